import { aggregationNamed } from "../../promql/aggregations.ts";
import { type BinaryNode, type CallNode, type Node, partsOf } from "../../promql/tree.ts";
import { numberIn } from "./numbers.ts";
import type { SeriesFacts } from "./rule.ts";

/** Functions of a window that are not negative where its samples are not, and finite. */
const keeping: ReadonlySet<string> = new Set([
  "avg_over_time",
  "increase",
  "irate",
  "last_over_time",
  "max_over_time",
  "min_over_time",
  "quantile_over_time",
  "rate",
  "sum_over_time",
  // Of a number.
  "ceil",
  "floor",
  "sqrt",
]);

/** Functions that count. */
const counting: ReadonlySet<string> = new Set([
  "absent",
  "absent_over_time",
  "changes",
  "count_over_time",
  "present_over_time",
  "resets",
]);

/** Whether no value of it is ever below 0, infinite or NaN. */
export function isNeverNegative(node: Node, facts: SeriesFacts): boolean {
  const ask = (part: Node): boolean => isNeverNegative(part, facts);
  switch (node.kind) {
    case "number":
      return node.value >= 0 && Number.isFinite(node.value);
    case "selector":
      return facts.isNeverNegative(node);
    case "range":
    case "subquery":
      return ask(node.of);
    case "call":
      return ofCall(node, ask);
    case "aggregation":
      return ofAggregation(node.name, node.args, ask);
    case "binary":
      return ofBinary(node, ask);
    case "string":
    case "negation":
    case "text":
      return false;
  }
}

function ofCall({ name, args }: CallNode, ask: (part: Node) => boolean): boolean {
  if (counting.has(name)) return true;
  const [first, ...others] = args;
  // The parameter of a quantile: beyond 0 and 1 it gives infinities.
  if (name === "quantile_over_time") return first !== undefined && isQuantile(first) && others.every(ask);
  return keeping.has(name) && args.every(ask);
}

function ofAggregation(name: string, args: readonly Node[], ask: (part: Node) => boolean): boolean {
  if (name === "count" || name === "group" || name === "count_values") return true;
  if (aggregationNamed(name) === undefined) return false;
  const series = args.at(-1);
  const parameter = args.length > 1 ? args[0] : undefined;
  if (name === "quantile" && (parameter === undefined || !isQuantile(parameter))) return false;
  return series !== undefined && ask(series);
}

function isQuantile(node: Node): boolean {
  const value = numberIn(node);
  return value !== undefined && value >= 0 && value <= 1;
}

function ofBinary(node: BinaryNode, ask: (part: Node) => boolean): boolean {
  const { op, left, right } = node;
  switch (op) {
    case "+":
    case "*":
    case "or":
      return ask(left) && ask(right);
    case "/": {
      // By a series it may be by 0.
      const by = numberIn(right);
      return by !== undefined && by > 0 && Number.isFinite(by) && ask(left);
    }
    case "and":
    case "unless":
      return ask(left);
    case "==":
    case "!=":
    case ">":
    case "<":
    case ">=":
    case "<=":
      return node.bool === true || ask(left);
    case "-":
    case "%":
    case "^":
    case "atan2":
      return false;
  }
}

/** Whether no value of it is infinite or NaN where those of its series are not: it divides by no series, and takes no logarithm. */
export function isFiniteOf(node: Node): boolean {
  const own = (() => {
    switch (node.kind) {
      case "number":
        return Number.isFinite(node.value);
      case "binary":
        return finite.has(node.op) || (node.op === "/" && isDivisor(node.right));
      case "call":
        return keeping.has(node.name) || counting.has(node.name) || finiteFunctions.has(node.name);
      case "aggregation":
        return node.name !== "quantile";
      case "text":
      case "string":
        return false;
      default:
        return true;
    }
  })();
  return own && partsOf(node).every(isFiniteOf);
}

const finite: ReadonlySet<string> = new Set([
  "+",
  "-",
  "and",
  "or",
  "unless",
  "==",
  "!=",
  ">",
  "<",
  ">=",
  "<=",
]);
const finiteFunctions: ReadonlySet<string> = new Set([
  "abs",
  "delta",
  "idelta",
  "time",
  "timestamp",
  "vector",
]);

function isDivisor(node: Node): boolean {
  const value = numberIn(node);
  return value !== undefined && value !== 0 && Number.isFinite(value);
}
