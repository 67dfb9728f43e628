import type { Making } from "../keep/keeper.ts";
import type { Files } from "../output.ts";
import type { TestedModel } from "../rule-tests/tested-model.ts";
import { alertmanager } from "./alertmanager/index.ts";
import { blackbox } from "./blackbox/index.ts";
import { contract } from "./contract/index.ts";
import { compose } from "./compose/index.ts";
import { docs } from "./docs/index.ts";
import { filebeat } from "./filebeat/index.ts";
import { grafana } from "./grafana/index.ts";
import { jsonExporter } from "./json-exporter/index.ts";
import { prometheus } from "./prometheus/index.ts";
import { parts, type Part } from "./part.ts";
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
  contract,
  docs,
};

/** Everything that is written, or these parts of it, so that each file can be made when its turn comes. */
export function* filesInTurn(
  model: TestedModel,
  only: readonly Part[] = parts,
): Generator<Making<TestedModel, Files>> {
  for (const [name, target] of Object.entries(targets)) yield* filesOfTarget(name, target, model, only);
}

export function* filesOfTarget(
  name: string,
  { outputs, outputsOfEach = {} }: Pick<Target, "outputs" | "outputsOfEach">,
  model: TestedModel,
  only: readonly Part[] = parts,
): Generator<Making<TestedModel, Files>> {
  for (const part of only) {
    for (const [index, make] of (outputs[part] ?? []).entries())
      yield { name: `${name} ${part} ${index}`, from: {}, make };
    for (const output of outputsOfEach[part] ?? []) yield* output(model);
  }
}

/** Everything that validates out/. */
export const validators: readonly Validator[] = Object.values(targets).flatMap((target) => target.validators);
