import { type FunctionRow, kindOfParameter } from "../../promql/function-row.ts";
import { functionNamed } from "../../promql/functions.ts";
import { resultUnit } from "../../promql/result-unit.ts";
import { printPromql } from "../../promql/print.ts";
import type { CallNode, Node, RangeNode, SubqueryNode } from "../../promql/tree.ts";
import { asVector } from "./as-vector.ts";
import { constantOf } from "./constant.ts";
import { hasMethod, methodOf } from "./method-of.ts";
import { quantityArgument } from "./quantity-argument.ts";
import { type Said, type Saying, Unsayable } from "./said.ts";
import { asPattern } from "./say-selector.ts";
import { sayAbsence } from "./say-absence.ts";
import { calling, textArgument, type WordArgument } from "./word-code.ts";

/** A function, as the method of the series that it is of. */
export function sayCall(node: CallNode, saying: Saying): Said {
  const row = functionNamed(node.name);
  if (!row) throw new Unsayable("function", `${node.name}()`);
  if (row.labels === "asked for") return sayAbsence(node, saying);
  if (row.labels === "none" && row.takes.every((one) => one === "scalar")) return standalone(node, saying);
  const at = row.takes.findIndex((one) => ["vector", "matrix"].includes(kindOfParameter(one)));
  const data = node.args[at];
  if (!data) throw new Unsayable("function", printPromql(node));
  const method = methodOf(node.name);
  return row.of === "window"
    ? overWindow({ node, row, method, data }, saying)
    : overVector({ node, row, method, data }, saying);
}

interface Call {
  readonly node: CallNode;
  readonly row: FunctionRow;
  readonly method: string;
  /** What it is of. */
  readonly data: Node;
}

/** A word by itself: `time()`, `vector(0)`. */
function standalone({ name, args }: CallNode, { say }: Saying): Said {
  const [of] = args;
  const row = functionNamed(name);
  const kind = row?.gives === "scalar" ? "scalar" : "vector";
  const unit = row ? resultUnit(row.unit, { unit: "none" }) : "none";
  const word = (...given: readonly WordArgument[]) =>
    ({ head: { kind: "word", word: name, args: given }, calls: [] }) as const;
  if (!of && row?.takes.length === 0 && row.unit !== "none")
    return { code: word(), kind, labels: new Set(), unit };
  const value = of && constantOf(of);
  if (value !== undefined)
    return { code: word({ kind: "number", value }), kind, labels: new Set(), unit: "none" };
  if (!of) throw new Unsayable("function", `${name}()`);
  const inner = say(of);
  if (inner.kind !== "scalar") throw new Unsayable("function", `${name}()`);
  const code = word({ kind: "expression", code: inner.code });
  return { code, kind, labels: new Set(), unit: inner.unit };
}

/** Of what series did in a time. */
function overWindow(call: Call, saying: Saying): Said {
  const { node, row, method, data } = call;
  if (data.kind !== "range" && data.kind !== "subquery") throw new Unsayable("function", printPromql(node));
  const of = saying.say(data.of);
  const range = rangeArguments(data);
  const args = node.args.flatMap((arg, index) =>
    arg === data ? range : [parameter(arg, { ...call, index, unit: of.unit })],
  );
  const base = windowBase(call, of, data.kind);
  const unit = resultUnit(row.unit, base);
  const code = calling(base.code, method, ...args);
  const growth = base.kind === "buckets";
  return {
    code,
    kind: growth ? "bucket rates" : "vector",
    labels: base.labels,
    unit,
    observed: growth ? base.observed : undefined,
  };
}

/** What has the method: counters grow, gauges change, and anything has a mean. */
function windowBase({ node, method }: Call, of: Said, data: "range" | "subquery"): Said {
  if (of.kind === "scalar") throw new Unsayable("function", printPromql(node));
  if (data === "subquery" && !hasMethod("vectors", method)) throw new Unsayable("subquery", `${node.name}()`);
  if (of.kind === "buckets" && hasMethod("counters", method)) return of;
  if (hasMethod("counters", method)) {
    if (of.kind === "counter") return of;
    throw new Unsayable("counter", `${node.name}() of ${printPromql(node)}`);
  }
  if (data === "range" && hasMethod("gauges", method)) {
    if (of.kind === "gauge") return of;
    throw new Unsayable("counter", `${node.name}() of what is no gauge`);
  }
  return asVector(of);
}

function rangeArguments(node: RangeNode | SubqueryNode): WordArgument[] {
  if (node.kind === "range") return [textArgument(node.range)];
  if (node.offset !== undefined || node.at !== undefined) throw new Unsayable("moved", printPromql(node));
  // Of a selector, a range alone would be its samples.
  if (node.step === undefined && node.of.kind === "selector")
    throw new Unsayable("subquery", printPromql(node));
  return [textArgument(node.range), ...(node.step === undefined ? [] : [textArgument(node.step)])];
}

/** Of values at one time. */
function overVector(call: Call, saying: Saying): Said {
  const { node, row, method, data } = call;
  const given = saying.say(data);
  if (row.of === "histograms") return ofBuckets(call, given);
  if (row.of === "dates" && given.kind === "scalar")
    throw new Unsayable("function", `${node.name}() of a number`);
  const of = asVector(given);
  const args = node.args.flatMap((arg, index) =>
    arg === data ? [] : [parameter(arg, { ...call, index, unit: of.unit })],
  );
  const code = calling(of.code, method, ...args);
  const unit = resultUnit(row.unit, of);
  if (row.gives === "scalar") return { code, kind: "scalar", labels: new Set(), unit };
  if (row.labels !== "rewritten") return { code, kind: "vector", labels: of.labels, unit };
  const [made, ...others] = node.args.flatMap((arg) => (arg.kind === "string" ? [arg.value] : []));
  const from = row.last === "repeated" ? others.slice(1) : others.slice(1, 2);
  if (from.includes("") || from.length === 0) throw new Unsayable("constant label", printPromql(node));
  for (const name of from) if (!of.labels.has(name)) throw new Unsayable("label", name);
  return { code, kind: "vector", labels: new Set([...of.labels, made ?? ""]), unit };
}

function ofBuckets(call: Call, given: Said): Said {
  const { node, row, method, data } = call;
  if (given.kind !== "bucket rates" || !given.labels.has("le"))
    throw new Unsayable("quantile", printPromql(node));
  const observed = given.observed ?? "none";
  const args = node.args.flatMap((arg, index) =>
    arg === data ? [] : [parameter(arg, { ...call, index, unit: observed })],
  );
  const labels = new Set([...given.labels].filter((name) => name !== "le"));
  const unit = resultUnit(row.unit, given);
  return { code: calling(given.code, method, ...args), kind: "vector", labels, unit };
}

interface At extends Call {
  readonly index: number;
  /** In which limits are written. */
  readonly unit: string;
}

/** What stands in the brackets beside the series. */
function parameter(arg: Node, { node, row, index, unit }: At): WordArgument {
  if (arg.kind === "string") {
    // The last text of what replaces a label is a pattern.
    const isPattern = row.labels === "rewritten" && row.last !== "repeated" && index === row.takes.length - 1;
    if (!isPattern) return textArgument(arg.value);
    if (arg.value === "") throw new Unsayable("constant label", printPromql(node));
    return { kind: "pattern", value: String(asPattern(arg.value, "label")) };
  }
  const value = constantOf(arg);
  if (value === undefined) throw new Unsayable("function", printPromql(node));
  const takes = row.takes[Math.min(index, row.takes.length - 1)];
  const isPlain = takes === "quantile" || row.last === "optional";
  const quantity = isPlain
    ? ({ kind: "number", value } as const)
    : quantityArgument(value, takes === "seconds ahead" ? "seconds" : unit);
  if (!quantity) throw new Unsayable("number", printPromql(arg));
  return quantity;
}
