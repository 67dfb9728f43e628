import type { Making } from "../keep/keeper.ts";
import type { Files } from "../output.ts";
import type { TestedModel } from "../rule-tests/tested-model.ts";
import { alertmanager } from "./alertmanager/index.ts";
import { blackbox } from "./blackbox/index.ts";
import { compose } from "./compose/index.ts";
import { docs } from "./docs/index.ts";
import { filebeat } from "./filebeat/index.ts";
import { grafana } from "./grafana/index.ts";
import { jsonExporter } from "./json-exporter/index.ts";
import { prometheus } from "./prometheus/index.ts";
import type { Target, TargetName } from "./target.ts";
import type { Validator } from "./validation/validator.ts";

/** Every target, in the order of the table of validate: from the scrape to the person, then the rest of the stack. */
export const targets: Readonly<Record<TargetName, Target>> = {
  prometheus,
  alertmanager,
  grafana,
  blackbox,
  "json-exporter": jsonExporter,
  filebeat,
  compose,
  docs,
};

/** Everything that is written, in parts that can each be made when its turn comes. */
export function* filesInTurn(model: TestedModel): Generator<Making<TestedModel, Files>> {
  for (const [name, target] of Object.entries(targets)) yield* filesOfTarget(name, target, model);
}

export function* filesOfTarget(
  name: string,
  { outputs, outputsOfEach = [] }: Pick<Target, "outputs" | "outputsOfEach">,
  model: TestedModel,
): Generator<Making<TestedModel, Files>> {
  for (const [index, make] of outputs.entries()) yield { name: `${name} ${index}`, from: {}, make };
  for (const output of outputsOfEach) yield* output(model);
}

/** Everything that validates out/. */
export const validators: readonly Validator[] = Object.values(targets).flatMap((target) => target.validators);
