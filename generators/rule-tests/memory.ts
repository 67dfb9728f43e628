import { durationInMs } from "../language/duration.ts";
import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import { functionNamed } from "../promql/functions.ts";
import type { SelectorNode } from "../promql/tree.ts";
import { type Read, readsOf } from "./reads.ts";

type Rule = AlertModel | RecordingModel;

/**
 * How long these rules, of which some read others, remember what is gone: after that they do as if nothing had ever been.
 *
 * Undefined where it matters when something happens, and not only how long ago.
 */
export function memoryOf(rules: readonly Rule[]): number | undefined {
  if (rules.some(readsClock) || rules.some(firesWithoutSeries)) return undefined;
  // One that reads another remembers what that remembered.
  return rules.reduce((sum, rule) => sum + reachOf(rule) + keepFiringOf(rule), 0);
}

/** Subqueries look at moments that are multiples of their step. */
function readsClock({ analysis }: Rule): boolean {
  return analysis.subqueries.length > 0 || analysis.functions.some(({ name }) => isOfClock(name));
}

function isOfClock(name: string): boolean {
  return ["time", "timestamp"].includes(name) || functionNamed(name)?.of === "dates";
}

/** While nothing is there it is not silent, so it would remember that. */
function firesWithoutSeries(rule: Rule): boolean {
  return rule.kind === "alert" && rule.whenMissing === "firing";
}

/** How far back a rule looks as it is deployed. */
export function reachOf(rule: Rule): number {
  const { births, gaps } = rule.deployed;
  const reads = readsOf([rule]);
  const written = (selector: SelectorNode) =>
    Math.max(0, ...reads.filter((one) => isOf(one, selector)).map(({ reachMs }) => reachMs));
  return Math.max(
    0,
    ...reads.map(({ reachMs }) => reachMs),
    ...[...births, ...gaps].map(({ selector, toleranceMs }) => written(selector) + toleranceMs),
  );
}

function isOf({ selector }: Read, { metric }: SelectorNode): boolean {
  return selector.metric === metric || metric === "";
}

function keepFiringOf(rule: Rule): number {
  const held = rule.kind === "alert" ? rule.keepFiringFor : undefined;
  return held === undefined ? 0 : (durationInMs(held) ?? 0);
}
