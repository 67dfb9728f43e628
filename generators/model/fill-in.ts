import type { Job } from "../language/jobs.ts";
import type { Service } from "../language/service.ts";
import { partsOf, type LabelMatcher, type Node, type SelectorNode } from "../promql/tree.ts";
import type { Given } from "../language/given.ts";
import type { Example, Scenario } from "../language/scenario.ts";
import { labelMatcher } from "../language/expression/selector.ts";
import { compareText } from "../text/order.ts";
import { alertsOf } from "./parts-of-service.ts";

/** Puts into an expression what only all definitions together say. */
export type FillIn = (node: Node) => Node;

/** Jobs that some exported alert speaks for, where a selector leaves these out. */
export function fillIn(services: readonly Service[]): FillIn {
  const all = new Set(services.flatMap(({ jobs }) => Object.values(jobs).map(({ job }) => job)));
  const named = services.flatMap(alertsOf).flatMap(([, { downOf }]) => jobsIn(downOf));
  const watched = [...new Set(named.map(({ job }) => job))].filter((job) => all.has(job));
  // Where no alert speaks for a job nothing is left out, and a matcher that leaves out nothing would be a mistake.
  const leavingOut = watched.length === 0 ? [] : [labelMatcher("job", watched.sort(compareText), true)];
  return (node) => (leavesOut(node) ? filled(node, leavingOut) : node);
}

/** The jobs that an alert speaks for. */
export function jobsIn(downOf: Job | readonly Job[] | undefined): readonly Job[] {
  if (downOf === undefined) return [];
  return "kind" in downOf ? [downOf] : downOf;
}

/** The same, with the selectors of its series filled in. */
function filledGiven(given: Given, fill: FillIn): Given {
  switch (given.kind) {
    case "share":
      return { ...given, part: fill(given.part), rest: fill(given.rest) };
    case "quantile":
      return { ...given, buckets: fill(given.buckets) };
    default:
      return { ...given, series: fill(given.series) };
  }
}

export function filledScenario(scenario: Scenario, fill: FillIn): Scenario {
  const { onTargets, ending } = scenario;
  const each = (givens: readonly Given[]) => givens.map((given) => filledGiven(given, fill));
  return {
    ...scenario,
    given: each(scenario.given),
    ...(ending && { ending: each(ending) }),
    ...(onTargets && { onTargets: { ok: each(onTargets.ok), firing: each(onTargets.firing) } }),
  };
}

export function filledExample(example: Example, fill: FillIn): Example {
  return { ...example, given: example.given.map((given) => filledGiven(given, fill)) };
}

function leavesOut(node: Node): boolean {
  return node.kind === "selector" ? node.leavesOut !== undefined : partsOf(node).some(leavesOut);
}

function filled(node: Node, matchers: readonly LabelMatcher[]): Node {
  const fill = (part: Node) => filled(part, matchers);
  switch (node.kind) {
    case "number":
    case "string":
      return node;
    case "selector":
      return filledSelector(node, matchers);
    case "text":
      return { ...node, parts: node.parts.map((part) => (typeof part === "string" ? part : fill(part))) };
    case "range":
      return { ...node, of: filledSelector(node.of, matchers) };
    case "subquery":
    case "negation":
      return { ...node, of: fill(node.of) };
    case "call":
    case "aggregation":
      return { ...node, args: node.args.map(fill) };
    case "binary":
      return { ...node, left: fill(node.left), right: fill(node.right) };
  }
}

function filledSelector(
  { leavesOut, ...selector }: SelectorNode,
  left: readonly LabelMatcher[],
): SelectorNode {
  return leavesOut === undefined ? selector : { ...selector, matchers: [...left, ...selector.matchers] };
}
