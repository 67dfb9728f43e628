import { aggregationNamed } from "../../promql/aggregations.ts";
import { functionNamed, windowFunctionNamed } from "../../promql/functions.ts";
import { type BinaryOperator, isComparison, isSetOperator } from "../../promql/operators.ts";
import { type BinaryNode, type CallNode, type Node, partsOf } from "../../promql/tree.ts";
import { numberIn } from "./numbers.ts";
import type { SeriesFacts } from "./rule.ts";

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
  if (counts(name)) return true;
  // Beyond 0 and 1 a quantile is infinite.
  const isSound =
    functionNamed(name)?.takes[0] !== "quantile" || (args[0] !== undefined && isQuantile(args[0]));
  return isSound && keepsSign(name) && args.every(ask);
}

/** Whether it counts something, or says that it is there. */
function counts(name: string): boolean {
  const row = functionNamed(name);
  return row !== undefined && (row.values === "one" || row.values === "number" || row.unit === "count");
}

/** Whether it gives nothing negative or infinite of what is neither. */
function keepsSign(name: string): boolean {
  const row = functionNamed(name);
  const window = windowFunctionNamed(name);
  if (window)
    return window.values === "picked" || window.growth !== undefined || window.ofEachSample === true;
  return row?.rises === true && row.unit === "same" && row.takes.length === 1;
}

function ofAggregation(name: string, args: readonly Node[], ask: (part: Node) => boolean): boolean {
  const row = aggregationNamed(name);
  if (row === undefined) return false;
  if (row.values === "one" || row.values === "number") return true;
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
  return isFiniteByItself(node) && partsOf(node).every(isFiniteOf);
}

/** The same where its parts are finite. */
function isFiniteByItself(node: Node): boolean {
  switch (node.kind) {
    case "number":
      return Number.isFinite(node.value);
    case "binary":
      return isFiniteOperator(node.op) || (node.op === "/" && isDivisor(node.right));
    case "call":
      return counts(node.name) || keepsSign(node.name) || isFiniteFunction(node.name);
    case "aggregation":
      return node.name !== "quantile";
    case "text":
    case "string":
      return false;
    case "selector":
    case "range":
    case "subquery":
    case "negation":
      return true;
  }
}

function isFiniteOperator(op: BinaryOperator): boolean {
  return op === "+" || op === "-" || op === "*" || isComparison(op) || isSetOperator(op);
}

/** Of a number in the unit that it has, of a time, or of a number that is given. */
function isFiniteFunction(name: string): boolean {
  const row = functionNamed(name);
  if (!row) return false;
  return (
    (row.of === "numbers" && row.unit === "same") ||
    row.unit === "timestamp" ||
    (row.of === "series" && row.givesWithoutSeries === true)
  );
}

function isDivisor(node: Node): boolean {
  const value = numberIn(node);
  return value !== undefined && value !== 0 && Number.isFinite(value);
}
