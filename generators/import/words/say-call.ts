import { type FunctionRow, kindOfParameter } from "../../promql/function-row.ts";
import { functionNamed } from "../../promql/functions.ts";
import { resultUnit } from "../../promql/result-unit.ts";
import { printPromql } from "../../promql/print.ts";
import type { CallNode, Node, RangeNode, SubqueryNode } from "../../promql/tree.ts";
import type { Step } from "../../language/expression/over-time.ts";
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
    arg === data ? range.slice(0, 1) : [parameter(arg, { ...call, index, unit: of.unit })],
  );
  const base = windowBase(call, of, data.kind);
  const unit = resultUnit(row.unit, base);
  const code = calling(base.code, method, ...args, ...range.slice(1));
  const growth = base.kind === "buckets";
  return {
    code,
    kind: growth ? "bucket rates" : "vector",
    labels: base.labels,
    unit,
    observed: base.observed,
  };
}

/** What has the method: counters grow, as does a result that is said to, and anything has a mean. */
function windowBase({ node, method }: Call, of: Said, data: "range" | "subquery"): Said {
  if (of.kind === "scalar") throw new Unsayable("function", printPromql(node));
  if (!hasMethod("counters", method)) return asVector(of);
  if (data === "subquery") {
    const result = asVector(of);
    return { ...result, code: calling(result.code, "asCounter") };
  }
  if (of.kind === "counter" || of.kind === "buckets") return of;
  throw new Unsayable("counter", `${node.name}() of ${printPromql(node)}`);
}

function rangeArguments(node: RangeNode | SubqueryNode): WordArgument[] {
  if (node.kind === "range") return [textArgument(node.range)];
  if (node.offset !== undefined || node.at !== undefined) throw new Unsayable("moved", printPromql(node));
  // Of a selector, a range alone would be its samples.
  const byServer = node.of.kind === "selector" ? ["evaluation interval" satisfies Step] : [];
  const steps = node.step === undefined ? byServer : [node.step];
  return [node.range, ...steps].map(textArgument);
}

/** Of values at one time. */
function overVector(call: Call, saying: Saying): Said {
  const { node, row, method, data } = call;
  const given = saying.say(data);
  if (row.of === "histograms") return ofBuckets(call, given);
  if (row.of === "dates" && given.kind === "scalar")
    throw new Unsayable("function", `${node.name}() of a number`);
  const of = asVector(given);
  if (row.labels === "rewritten" && row.last !== "repeated") {
    const constant = withLabel(node, of);
    if (constant) return constant;
  }
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
  const labels = new Set([...of.labels, made ?? ""]);
  return { code, kind: "vector", labels, unit, observed: of.observed };
}

/** One value on every series: `label_replace(…, "tier", "web", "", "")`. Undefined where it is made of another label. */
function withLabel(node: CallNode, of: Said): Said | undefined {
  const [name = "", replacement = "", from, pattern] = node.args.flatMap((arg) =>
    arg.kind === "string" ? [arg.value] : [],
  );
  // A single dollar would stand for a group, and an empty pattern has none.
  if (from !== "" || pattern !== "" || /\$/.test(replacement.replaceAll("$$", ""))) return undefined;
  const value = replacement.replaceAll("$$", "$");
  const labels = new Set([...of.labels].filter((label) => label !== name || value !== ""));
  if (value !== "") labels.add(name);
  return {
    ...{ kind: "vector", labels, unit: of.unit, observed: of.observed },
    code: calling(of.code, "withLabel", textArgument(name), textArgument(value)),
  };
}

function ofBuckets(call: Call, given: Said): Said {
  const { node, row, method, data } = call;
  const { observed } = given;
  if (!given.labels.has("le") || observed === undefined) throw new Unsayable("quantile", printPromql(node));
  const isSaid = given.kind === "bucket rates";
  const base = isSaid ? given.code : calling(asVector(given).code, "asBuckets", textArgument(observed));
  const args = node.args.flatMap((arg, index) =>
    arg === data ? [] : [parameter(arg, { ...call, index, unit: observed })],
  );
  const labels = new Set([...given.labels].filter((name) => name !== "le"));
  const unit = resultUnit(row.unit, given);
  return { code: calling(base, method, ...args), kind: "vector", labels, unit };
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
    const pattern = asPattern(arg.value, "label");
    if (!pattern) throw new Unsayable("pattern", arg.value);
    return { kind: "pattern", value: String(pattern) };
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
