import type { Place } from "../../language/place.ts";
import { aggregationNamed } from "../../promql/aggregations.ts";
import { functionNamed, windowFunctionNamed } from "../../promql/functions.ts";
import { isComparison, isSetOperator } from "../../promql/operators.ts";
import { type LabelMatcher, metricNameOf, type Node, partsOf, type SelectorNode } from "../../promql/tree.ts";
import type { InputRule } from "../input/input-rule.ts";

/**
 * What an expression takes a series for: a counter, whose growth it wants; a gauge, whose change it wants; the bounds of a histogram; a
 * point in time, as it asks how long ago that was; something of which it only asks whether it is there; or a value as it is.
 */
export type TakenFor = "counter" | "gauge" | "buckets" | "moment" | "presence" | "value";

/** One selector in one rule. */
export interface SeriesUse {
  readonly name: string;
  readonly takenFor: TakenFor;
  readonly matchers: readonly LabelMatcher[];
  /** The rule that it stands in. */
  readonly by: string;
  readonly place: Place;
}

/** What the rules take each series for that they read. */
export function usesIn(rules: readonly Pick<InputRule, "node" | "name" | "place">[]): readonly SeriesUse[] {
  return rules.flatMap(({ node, name: by, place }) =>
    selectorsIn(node, "value").flatMap(({ selector, takenFor }) => {
      const name = metricNameOf(selector);
      return name === undefined ? [] : [{ name, takenFor, matchers: selector.matchers, by, place }];
    }),
  );
}

interface Taken {
  readonly selector: SelectorNode;
  readonly takenFor: TakenFor;
}

function selectorsIn(node: Node, takenFor: TakenFor): Taken[] {
  if (node.kind === "selector") return [{ selector: node, takenFor }];
  if (node.kind === "call") return ofCall(node, takenFor);
  if (node.kind === "binary") {
    const { op, left, right } = node;
    const isAge = op === "-" && [left, right].some(isNow);
    // Its series are those of the left side, as they are.
    const isChosen = isComparison(op) || isSetOperator(op);
    const ofLeft = isAge ? "moment" : isChosen && takenFor === "moment" ? takenFor : "value";
    return [...selectorsIn(left, ofLeft), ...selectorsIn(right, isAge || op === "or" ? ofLeft : "value")];
  }
  if (node.kind === "aggregation") {
    const row = aggregationNamed(node.name);
    const keeps = row?.values === "picked" || row?.values === "samples";
    const within = takenFor === "buckets" || (takenFor === "moment" && keeps) ? takenFor : "value";
    return node.args.flatMap((arg) => selectorsIn(arg, within));
  }
  return partsOf(node).flatMap((part) => selectorsIn(part, takenFor));
}

function ofCall(node: Extract<Node, { kind: "call" }>, takenFor: TakenFor): Taken[] {
  const row = functionNamed(node.name);
  const window = windowFunctionNamed(node.name);
  const of = (): TakenFor => {
    if (row?.labels === "asked for") return "presence";
    if (row?.of === "histograms" && row.labels === "without le") return "buckets";
    if (window?.for === "gauges") return "gauge";
    if (window?.for === "counters") return takenFor === "buckets" ? "buckets" : "counter";
    const keeps = row && (row.values === "picked" || row.values === "samples");
    return keeps ? takenFor : "value";
  };
  return node.args.flatMap((arg) => selectorsIn(arg, of()));
}

/** The time now, which only its unit tells. */
function isNow(node: Node): boolean {
  return node.kind === "call" && node.args.length === 0 && functionNamed(node.name)?.unit === "timestamp";
}
