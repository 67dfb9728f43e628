import { durationInMs } from "../../../language/duration.ts";
import type { WindowRow } from "../../../promql/function-row.ts";
import { windowFunctionNamed } from "../../../promql/functions.ts";
import type { CallNode, Node } from "../../../promql/tree.ts";
import type { Relation, Selected, Values } from "../relation.ts";
import type { About, OrderRule } from "../rule.ts";
import { isFiniteOf, isNeverNegative } from "../sign.ts";
import { rangeOf, selectionOf } from "./selections.ts";

export const sameWindows: OrderRule = {
  id: "same-windows",
  says: "what a function says of a series in a window does not depend on what other series there are",
  relate(first, second, about) {
    const pair = windowsOf(first, second, about);
    if (!pair || pair.firstMs !== pair.secondMs) return undefined;
    return { presence: pair.selected, values: "same", by: [] };
  },
};

export const longerWindows: OrderRule = {
  id: "longer-windows",
  says: "a longer window holds what a shorter one holds: its maximum, its minimum and what is counted move one way only",
  relate(first, second, about) {
    const pair = windowsOf(first, second, about);
    if (!pair || pair.firstMs >= pair.secondMs) return undefined;
    const values = isOfTheLast(pair.row) ? "same" : withMore(pair.row, second, about);
    return values && { presence: "some", values, by: [] };
  },
};

/** Samples before the last one do not matter to it. */
function isOfTheLast({ givesTheLast, values }: WindowRow): boolean {
  return givesTheLast === true || values === "one";
}

/** Where the value is beside that of more samples. */
function withMore(row: WindowRow, second: Node, about: About): Values | undefined {
  switch (row.withMore) {
    case "more":
      return "at most";
    case "less":
      return "at least";
    case "more where none is negative":
      return isNeverNegative(second, about) ? "at most" : undefined;
    default:
      return undefined;
  }
}

interface Windows {
  readonly row: WindowRow;
  readonly selected: Selected;
  readonly firstMs: number;
  readonly secondMs: number;
}

/** Two calls of one function with the same parameters, on windows of series of which the second has all of the first's. */
function windowsOf(first: Node, second: Node, about: About): Windows | undefined {
  if (first.kind !== "call" || second.kind !== "call") return undefined;
  // Of `predict_linear` they come first.
  const at = first.args.findIndex(({ kind }) => kind === "range");
  if (!isSameCall(first, second, at, about)) return undefined;
  const one = rangeOf(first.args[at] ?? first);
  const other = rangeOf(second.args[at] ?? second);
  // An absence is no function of each series.
  const row = windowFunctionNamed(first.name);
  if (!one || !other || row?.labels !== "kept") return undefined;
  const selected = selectionOf(one.of, other.of, about);
  const firstMs = durationInMs(one.range);
  const secondMs = durationInMs(other.range);
  if (selected === undefined || firstMs === undefined || secondMs === undefined) return undefined;
  return { row, selected, firstMs, secondMs };
}

/** But for the argument that are the series. */
function isSameCall(first: CallNode, second: CallNode, at: number, { isSame }: About): boolean {
  return (
    first.name === second.name &&
    first.args.length === second.args.length &&
    first.args.every((arg, index) => index === at || isSame(arg, second.args[index] ?? first))
  );
}

export const subqueries: OrderRule = {
  id: "subqueries",
  says: "what is the same or moves one way at each step of a subquery is so over all of its steps, where no step is lost",
  relate(first, second, about) {
    if (first.kind !== "call" || second.kind !== "call") return undefined;
    if (!isSameCall(first, second, first.args.length - 1, about)) return undefined;
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
  const row = windowFunctionNamed(name);
  if (row?.labels !== "kept") return undefined;
  const { presence, values, by } = relation;
  if (row.values === "one") return { presence, values: "same", by };
  // How many steps there are does not depend on what they are.
  const isCount = row.values === "number";
  if (presence !== "some") {
    if (values === "same" || isCount) return { presence, values: "same", by };
    return values !== "any" && movesAlong(row) ? relation : undefined;
  }
  const more = withMore(row, second, about);
  const isMoved = isCount || values === "same" || (values === more && movesAlong(row));
  return more && isMoved ? { presence, values: more, by } : undefined;
}

/** Whether the result moves as the samples do. */
function movesAlong({ values, ofEachSample }: WindowRow): boolean {
  return values === "picked" || (values === "own" && ofEachSample === true);
}
