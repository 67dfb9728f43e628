import { durationInMs } from "../../../language/duration.ts";
import { windowFunctionNamed } from "../../../promql/functions.ts";
import type { CallNode, Node } from "../../../promql/tree.ts";
import type { Relation, Values } from "../relation.ts";
import type { About, OrderRule } from "../rule.ts";
import { isFiniteOf, isNeverNegative } from "../sign.ts";
import { rangeOf, selectionOf } from "./selections.ts";

export const sameWindows: OrderRule = {
  id: "same-windows",
  says: "what a function says of a series in a window does not depend on what other series there are",
  relate(first, second, about) {
    const pair = windowsOf(first, second, about);
    if (!pair || pair.firstMs !== pair.secondMs) return undefined;
    return { presence: { selected: pair.selected }, values: "same", by: [] };
  },
};

/** What becomes of a function when its window begins earlier: what is in the shorter one is in the longer one too. */
const widened: Readonly<Record<string, Values>> = {
  changes: "at most",
  count_over_time: "at most",
  last_over_time: "same",
  max_over_time: "at most",
  min_over_time: "at least",
  present_over_time: "same",
  resets: "at most",
};

export const longerWindows: OrderRule = {
  id: "longer-windows",
  says: "a longer window holds what a shorter one holds: its maximum, its minimum and what is counted move one way only",
  relate(first, second, about) {
    const pair = windowsOf(first, second, about);
    if (!pair || pair.firstMs >= pair.secondMs) return undefined;
    const values = pair.name === "sum_over_time" ? ofSum(second, about) : widened[pair.name];
    return values && { presence: "some", values, by: [] };
  },
};

/** A sum grows with each sample that is not negative. */
function ofSum(second: Node, about: About): Values | undefined {
  return isNeverNegative(second, about) ? "at most" : undefined;
}

interface Windows {
  readonly name: string;
  readonly selected: string;
  readonly firstMs: number;
  readonly secondMs: number;
}

/** Two calls of one function with the same parameters, on windows of series of which the second has all of the first's. */
function windowsOf(first: Node, second: Node, about: About): Windows | undefined {
  if (first.kind !== "call" || second.kind !== "call" || !isSameCall(first, second, about)) return undefined;
  const one = rangeOf(first.args.at(-1) ?? first);
  const other = rangeOf(second.args.at(-1) ?? second);
  // An absence is no function of each series.
  if (!one || !other || windowFunctionNamed(first.name)?.labels !== "kept") return undefined;
  const selected = selectionOf(one.of, other.of, about);
  const firstMs = durationInMs(one.range);
  const secondMs = durationInMs(other.range);
  if (selected === undefined || firstMs === undefined || secondMs === undefined) return undefined;
  return { name: first.name, selected, firstMs, secondMs };
}

/** But for the last argument, which are the series: of `predict_linear` they come first, and nothing is said of it. */
function isSameCall(first: CallNode, second: CallNode, { isSame }: About): boolean {
  return (
    first.name === second.name &&
    first.args.length === second.args.length &&
    first.args.slice(0, -1).every((arg, index) => isSame(arg, second.args[index] ?? first))
  );
}

/** Functions whose result moves as the values do that they are given. */
const movingAlong: ReadonlySet<string> = new Set([
  "avg_over_time",
  "last_over_time",
  "max_over_time",
  "min_over_time",
  "sum_over_time",
]);

export const subqueries: OrderRule = {
  id: "subqueries",
  says: "what is the same or moves one way at each step of a subquery is so over all of its steps, where no step is lost",
  relate(first, second, about) {
    if (first.kind !== "call" || second.kind !== "call" || !isSameCall(first, second, about))
      return undefined;
    const one = first.args.at(-1);
    const other = second.args.at(-1);
    if (one?.kind !== "subquery" || other?.kind !== "subquery") return undefined;
    if (one.range !== other.range || one.step !== other.step) return undefined;
    if (one.offset !== other.offset || one.at !== other.at) return undefined;
    const relation = about.ask(one.of, other.of);
    if (!relation || !(relation.values === "same" || (isFiniteOf(one.of) && isFiniteOf(other.of))))
      return undefined;
    return overSteps(first.name, relation, second, about);
  },
};

function overSteps(name: string, relation: Relation, second: Node, about: About): Relation | undefined {
  const { presence, values, by } = relation;
  if (windowFunctionNamed(name)?.labels !== "kept") return undefined;
  if (presence !== "some") {
    if (values === "same") return relation;
    return movingAlong.has(name) && values !== "any" ? relation : counted(name, relation);
  }
  // Steps may be missing of the first.
  switch (name) {
    case "max_over_time":
      return values === "same" || values === "at most" ? { presence, values: "at most", by } : undefined;
    case "min_over_time":
      return values === "same" || values === "at least" ? { presence, values: "at least", by } : undefined;
    case "sum_over_time":
      return (values === "same" || values === "at most") && isNeverNegative(second, about)
        ? { presence, values: "at most", by }
        : undefined;
    default:
      return counted(name, relation);
  }
}

/** How many steps have a value at all does not depend on the values. */
function counted(name: string, { presence, by }: Relation): Relation | undefined {
  if (name === "present_over_time") return { presence, values: "same", by };
  if (name !== "count_over_time") return undefined;
  return { presence, values: presence === "some" ? "at most" : "same", by };
}
