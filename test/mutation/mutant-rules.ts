// Rules that the tests of mutants put slips into.
import type { AlertModel, RecordingModel } from "../../generators/model/rule-model.ts";
import { mutantsOf } from "../../generators/mutation/mutants-of.ts";
import type { Mutant } from "../../generators/mutation/mutant.ts";
import { analyse } from "../../generators/promql/analysis.ts";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { smallPlatform } from "../targets/small-model.ts";
import { alertModel, recording } from "../targets/small-rules.ts";
import { exampleSeries, series } from "../promql/example-series.ts";

const catalogue = seriesCatalogue([
  ...exampleSeries,
  series("shop_up", "gauge", { service: ["shop"], zone: ["a", "b"] }, { unit: "bool" }),
]);
const model = { catalogue, platform: smallPlatform() };

/** An alert with this expression, and parts of it replaced. */
export function alertOf(expr: string, parts: Partial<AlertModel> = {}): AlertModel {
  return alertModel({ expr, analysis: analyse(expr, catalogue), ...parts });
}

/** A recording of this expression. */
export function recordingOf(expr: string): RecordingModel {
  return recording({ expr, analysis: analyse(expr, catalogue) });
}

export function mutants(rule: AlertModel | RecordingModel): Mutant[] {
  return mutantsOf(rule, model);
}

/** The mutants of an expression by their ids, without those of the rule around it. */
export function expressionMutants(expr: string): Record<string, string> {
  return Object.fromEntries(mutants(recordingOf(expr)).map(({ id, mutated }) => [id, mutated.expr]));
}

/** Those of them that one kind of slip makes. */
export function mutantsBy(operator: Mutant["operator"], expr: string): Record<string, string> {
  const own = mutants(recordingOf(expr)).filter((mutant) => mutant.operator === operator);
  return Object.fromEntries(own.map(({ id, mutated }) => [id, mutated.expr]));
}
