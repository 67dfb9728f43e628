// Rules that the tests of mutation mutate.
import type { AlertModel, RecordingModel } from "../../generators/model/rule-model.ts";
import { type Mutant, mutantsOf } from "../../generators/mutation/mutants.ts";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { readPromql } from "../../generators/promql/read.ts";
import { smallPlatform } from "../targets/small-model.ts";
import { alertModel, recording } from "../targets/small-rules.ts";
import { exampleSeries, series } from "../promql/example-series.ts";
import { analyseText } from "../promql/of-text.ts";

const catalogue = seriesCatalogue([
  ...exampleSeries,
  series("shop_up", "gauge", { service: ["shop"], zone: ["a", "b"] }, { unit: "bool" }),
]);

/** An alert with this expression, and parts of it replaced. */
export function alertOf(expr: string, parts: Partial<AlertModel> = {}): AlertModel {
  return alertModel({ ...expressionOf(expr), ...parts });
}

/** A recording of this expression. */
export function recordingOf(expr: string): RecordingModel {
  return recording(expressionOf(expr));
}

export function mutants(rule: AlertModel | RecordingModel, platform = smallPlatform()): Mutant[] {
  return mutantsOf(rule, { catalogue, platform, jobs: [], recordings: [], groups: [], slos: [] });
}

function expressionOf(expr: string) {
  const node = readPromql(expr);
  if (!node) throw new Error(`not PromQL: ${expr}`);
  return { node, expr, analysis: analyseText(expr, catalogue) };
}

/** The mutants of an expression by their ids, without those of the rule around it. */
export function expressionMutants(expr: string): Record<string, string> {
  return Object.fromEntries(mutants(recordingOf(expr)).map(({ id, mutated }) => [id, mutated.expr]));
}

/** Those of them that one operator makes. */
export function mutantsBy(operator: Mutant["operator"], expr: string): Record<string, string> {
  const own = mutants(recordingOf(expr)).filter((mutant) => mutant.operator === operator);
  return Object.fromEntries(own.map(({ id, mutated }) => [id, mutated.expr]));
}
