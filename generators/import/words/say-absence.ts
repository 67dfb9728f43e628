import { kindOfParameter } from "../../promql/function-row.ts";
import { functionNamed } from "../../promql/functions.ts";
import { printPromql } from "../../promql/print.ts";
import type { CallNode, SelectorNode } from "../../promql/tree.ts";
import { asVector } from "./as-vector.ts";
import { methodOf } from "./method-of.ts";
import { type Said, type Saying, Unsayable } from "./said.ts";
import { knownSeries, matchersOf, selected, saySelector } from "./say-selector.ts";
import { calling, textArgument, type WordArgument } from "./word-code.ts";

/** That there is no such series: of a metric it says which labels are asked for, because the result has them. */
export function sayAbsence(node: CallNode, saying: Saying): Said {
  const [of] = node.args;
  const method = methodOf(node.name);
  const isWindow = functionNamed(node.name)?.takes.some((one) => kindOfParameter(one) === "matrix");
  if (of?.kind === "range") return ofSelector(of.of, { method, before: [textArgument(of.range)] }, saying);
  if (!of || isWindow) throw new Unsayable("function", printPromql(node));
  if (of.kind === "selector") return ofSelector(of, { method, before: [] }, saying);
  const { code } = asVector(saying.say(of));
  return { code: calling(code, method), kind: "condition", labels: new Set(), unit: "none" };
}

interface Asked {
  readonly method: string;
  /** What stands in the brackets before the labels. */
  readonly before: readonly WordArgument[];
}

function ofSelector(node: SelectorNode, { method, before }: Asked, { series }: Saying): Said {
  const known = knownSeries(node, series);
  if (known.kind === "buckets" || known.kind === "bucket rates")
    throw new Unsayable("buckets", printPromql(node));
  const matchers = matchersOf(node);
  const isOnce = (name: string) => matchers.filter((one) => one.name === name).length === 1;
  const equal = matchers.filter(({ name, op, value }) => op === "=" && value !== "" && isOnce(name));
  const isMoved = node.offset !== undefined || node.at !== undefined;
  const { code } = isMoved
    ? saySelector(node, series)
    : selected(
        known,
        matchers.filter((one) => !equal.includes(one)),
      );
  const asked = isMoved ? [] : equal;
  // That the labels are there is looked at where they narrow the series.
  selected(known, asked);
  const entries = asked.map(({ name, value }) => [name, textArgument(value)] as const);
  const args = entries.length === 0 ? before : [...before, { kind: "options", entries } as const];
  const labels = new Set(asked.map(({ name }) => name));
  return { code: calling(code, method, ...args), kind: "condition", labels, unit: "none" };
}
