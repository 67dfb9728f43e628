import { aggregationNamed } from "../promql/aggregations.ts";
import { functionNamed } from "../promql/functions.ts";
import { acceptedBy } from "../promql/label-value.ts";
import { isSetOperator } from "../promql/operators.ts";
import type { AggregationNode, BinaryNode, CallNode, Node, SelectorNode } from "../promql/tree.ts";

/** The labels of what an expression gives, by their names, without that of the metric. */
export interface ResultLabels {
  /** Those that every series of it has. */
  readonly sure: ReadonlySet<string>;
  /** Those that a series of it may have; undefined: any but those that are `never` there. */
  readonly possible: ReadonlySet<string> | undefined;
  readonly never: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
const nothing: ResultLabels = { sure: none, possible: none, never: none };
const anything: ResultLabels = { sure: none, possible: undefined, never: none };

/** What is sure of the labels, whatever the series are. */
export function resultLabels(node: Node): ResultLabels {
  switch (node.kind) {
    case "number":
    case "string":
      return nothing;
    case "text":
      return anything;
    case "selector":
      return ofSelector(node);
    case "range":
    case "subquery":
    case "negation":
      return resultLabels(node.of);
    case "call":
      return ofCall(node);
    case "aggregation":
      return ofAggregation(node);
    case "binary":
      return ofBinary(node);
  }
}

function ofSelector({ matchers }: SelectorNode): ResultLabels {
  const present = matchers.filter((matcher) => matcher.name !== "__name__" && !acceptedBy(matcher)(""));
  const missing = matchers.filter(({ op, value }) => op === "=" && value === "");
  return {
    sure: new Set(present.map(({ name }) => name)),
    possible: undefined,
    never: new Set(missing.map(({ name }) => name)),
  };
}

function ofCall({ name, args }: CallNode): ResultLabels {
  const row = functionNamed(name);
  const [of = numberOne] = args.filter(({ kind }) => kind !== "number" && kind !== "string");
  switch (row?.labels) {
    case "kept":
      return resultLabels(of);
    case "without le":
      return without(resultLabels(of), ["le"]);
    case "none":
      return nothing;
    case "asked for": {
      const { sure } =
        of.kind === "selector" ? ofSelector(of) : of.kind === "range" ? ofSelector(of.of) : nothing;
      return { ...nothing, possible: sure };
    }
    case "rewritten":
    case undefined:
      return anything;
  }
}

const numberOne: Node = { kind: "number", value: 1 };

function ofAggregation(node: AggregationNode): ResultLabels {
  const labels = resultLabels(node.args.at(-1) ?? numberOne);
  switch (aggregationNamed(node.name)?.labels) {
    case "kept":
      return labels;
    case "grouped":
      return node.without ? without(labels, node.without) : only(labels, node.by ?? []);
    case "counted":
    case undefined:
      return anything;
  }
}

function ofBinary(node: BinaryNode): ResultLabels {
  const { left, right, op, matching } = node;
  if (op === "or") return either(resultLabels(left), resultLabels(right));
  if (isSetOperator(op)) return resultLabels(left);
  if (isNumber(right)) return resultLabels(left);
  if (isNumber(left)) return resultLabels(right);
  if (matching?.groupLeft) return joined(resultLabels(left), matching.groupLeft);
  if (matching?.groupRight) return joined(resultLabels(right), matching.groupRight);
  if (matching?.on) return only(resultLabels(left), matching.on);
  return without(both(resultLabels(left), resultLabels(right)), matching?.ignoring ?? []);
}

/** What is taken over from the other side may also be missing there. */
function joined(labels: ResultLabels, added: readonly string[]): ResultLabels {
  const names = new Set(added);
  return {
    sure: new Set([...labels.sure].filter((name) => !names.has(name))),
    possible: labels.possible && new Set([...labels.possible, ...added]),
    never: new Set([...labels.never].filter((name) => !names.has(name))),
  };
}

/** Of series that match by all of their labels. */
function both(one: ResultLabels, other: ResultLabels): ResultLabels {
  const possible = one.possible ?? other.possible;
  return {
    sure: new Set([...one.sure, ...other.sure]),
    possible,
    never: new Set([...one.never, ...other.never]),
  };
}

function either(one: ResultLabels, other: ResultLabels): ResultLabels {
  return {
    sure: new Set([...one.sure].filter((name) => other.sure.has(name))),
    possible: one.possible && other.possible && new Set([...one.possible, ...other.possible]),
    never: new Set([...one.never].filter((name) => other.never.has(name))),
  };
}

function only({ sure, possible, never }: ResultLabels, names: readonly string[]): ResultLabels {
  const left = names.filter((name) => !never.has(name) && (!possible || possible.has(name)));
  return { sure: new Set(names.filter((name) => sure.has(name))), possible: new Set(left), never: none };
}

function without({ sure, possible, never }: ResultLabels, names: readonly string[]): ResultLabels {
  const left = (labels: ReadonlySet<string>) => new Set([...labels].filter((name) => !names.includes(name)));
  return { sure: left(sure), possible: possible && left(possible), never: new Set([...never, ...names]) };
}

function isNumber(node: Node): boolean {
  if (node.kind === "number") return true;
  if (node.kind === "call") return functionNamed(node.name)?.gives === "scalar";
  if (node.kind === "negation") return isNumber(node.of);
  return node.kind === "binary" && !isSetOperator(node.op) && isNumber(node.left) && isNumber(node.right);
}
