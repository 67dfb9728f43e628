import { formatDuration } from "../language/duration.ts";
import { compareText } from "../text/order.ts";
import { functionNamed } from "./functions.ts";
import { alternatives, unanchored } from "./label-value.ts";
import { signedDurationInMs } from "./literal.ts";
import { arithmetic, comparisons, isArithmetic, isComparison, isSetOperator } from "./operators.ts";
import { printPromql } from "./print.ts";
import {
  type AggregationNode,
  type BinaryNode,
  type LabelMatcher,
  type Moved,
  type Node,
  numberNode,
  type SelectorNode,
  type VectorMatching,
} from "./tree.ts";

// An expression is looked at again for each thing that rests on it.
const known = new WeakMap<Node, Node>();

/**
 * The one form that all expressions have which are the same but for spelling and order: of matchers, of labels, of operands where it
 * does not count; with numbers worked out, durations as Prometheus prints them, and no parentheses that mean nothing.
 *
 * Two expressions with the same form give the same samples on any series. The reverse is not so: this is no algebra.
 */
export function canonical(node: Node): Node {
  const before = known.get(node);
  if (before) return before;
  const form = formOf(node);
  known.set(node, form);
  return form;
}

/** Its text: the same of two expressions that are the same but for spelling and order. */
export function canonicalText(node: Node): string {
  return printPromql(canonical(node));
}

function formOf(node: Node): Node {
  switch (node.kind) {
    case "number":
      return numberForm(node.value);
    case "string":
      return { kind: "string", value: node.value };
    case "text":
      return node;
    case "selector":
      return selectorForm(node);
    case "range":
      return { kind: "range", of: selectorForm(node.of), range: durationForm(node.range) };
    case "subquery": {
      const { of, range, step } = node;
      const steps = step === undefined ? {} : { step: durationForm(step) };
      return {
        kind: "subquery",
        of: canonical(of),
        range: durationForm(range),
        ...steps,
        ...movedForm(node),
      };
    }
    case "call":
      return { kind: "call", name: node.name, args: node.args.map(canonical) };
    case "aggregation":
      return aggregationForm(node);
    case "negation": {
      const of = canonical(node.of);
      return of.kind === "number" ? numberForm(-of.value) : { kind: "negation", of };
    }
    case "binary":
      return binaryForm(node);
  }
}

/** Nothing divided by -0 is what it is divided by 0: where it is printed, its sign must be seen. */
function numberForm(value: number): Node {
  return Object.is(value, -0) ? { kind: "negation", of: numberNode(0) } : numberNode(value);
}

function durationForm(text: string): string {
  const ms = signedDurationInMs(text);
  if (ms === undefined) return text;
  return (ms < 0 ? "-" : "") + formatDuration(Math.abs(ms));
}

function movedForm({ offset, at }: Moved): Moved {
  const moved = offset === undefined ? undefined : durationForm(offset);
  // Prometheus keeps milliseconds.
  const moment = typeof at === "number" ? Math.round(at * 1000) / 1000 : at;
  return {
    ...(moved === undefined || moved === "0s" ? {} : { offset: moved }),
    ...(moment === undefined ? {} : { at: moment }),
  };
}

function selectorForm(node: SelectorNode): SelectorNode {
  const { metric, matchers, leavesOut } = node;
  const forms = sortedOnce(matchers.map(matcherForm), ({ name, op, value }) => `${name}\n${op}\n${value}`);
  const named = metric === "" ? forms.find(isName) : undefined;
  return {
    kind: "selector",
    metric: named?.value ?? metric,
    matchers: forms.filter((matcher) => matcher !== named),
    ...(leavesOut && { leavesOut }),
    ...movedForm(node),
  };
}

function isName({ name, op }: LabelMatcher): boolean {
  return name === "__name__" && op === "=";
}

/** A pattern that stands for one text is that text; of a list of texts the order does not count. */
function matcherForm({ name, op, value: written }: LabelMatcher): LabelMatcher {
  const value = op === "=~" || op === "!~" ? unanchored(written) : written;
  const list = op === "=~" || op === "!~" ? alternatives(value) : undefined;
  if (!list) return { name, op, value };
  const texts = [...new Set(list)].sort(compareText);
  if (texts.length > 1) return { name, op, value: texts.join("|") };
  return { name, op: op === "=~" ? "=" : "!=", value: texts.join() };
}

function aggregationForm({ name, args, by = [], without }: AggregationNode): AggregationNode {
  return {
    kind: "aggregation",
    name,
    args: args.map(canonical),
    // An empty `by ()` says nothing; an empty `without ()` does.
    ...(by.length > 0 ? { by: sortedOnce(by) } : {}),
    ...(without && { without: sortedOnce(without) }),
  };
}

function binaryForm(node: BinaryNode): Node {
  const [left, right] = [canonical(node.left), canonical(node.right)];
  const { op, bool } = node;
  const matching = matchingForm(node.matching);
  const form: BinaryNode = {
    kind: "binary",
    op,
    left,
    right,
    ...(bool && { bool }),
    ...(matching && { matching }),
  };
  if (op === "and" || op === "unless") return chainForm(form);
  if (isSetOperator(op)) return form;
  return workedOut(form) ?? ordered(form);
}

/** `ignoring ()` alone says nothing. */
function matchingForm(matching: VectorMatching | undefined): VectorMatching | undefined {
  if (!matching) return undefined;
  const { on, ignoring = [], groupLeft, groupRight } = matching;
  const says = on ?? (ignoring.length > 0 ? ignoring : undefined) ?? groupLeft ?? groupRight;
  if (!says) return undefined;
  return {
    ...(on ? { on: sortedOnce(on) } : ignoring.length > 0 ? { ignoring: sortedOnce(ignoring) } : {}),
    ...(groupLeft && { groupLeft: sortedOnce(groupLeft) }),
    ...(groupRight && { groupRight: sortedOnce(groupRight) }),
  };
}

/** `a and b unless c`: each lets series of `a` through by their labels, so the order of the others does not count. */
function chainForm(node: BinaryNode): Node {
  const filters: BinaryNode[] = [];
  let first: Node = node;
  while (first.kind === "binary" && (first.op === "and" || first.op === "unless")) {
    filters.push(first);
    first = first.left;
  }
  const start = first;
  const nothing = numberNode(0);
  const texts = sortedOnce(filters, (filter) => printPromql({ ...filter, left: nothing }));
  return texts.reduce<Node>((left, filter) => ({ ...filter, left }), start);
}

/** IEEE 754 says of these to the last digit what comes out; of powers and remainders machines differ. */
const exact: ReadonlySet<string> = new Set(["+", "-", "*", "/"]);

function workedOut({ op, left, right }: BinaryNode): Node | undefined {
  if (left.kind !== "number" || right.kind !== "number" || !isArithmetic(op) || !exact.has(op)) {
    return undefined;
  }
  const value = arithmetic[op].calculate(left.value, right.value);
  return Number.isFinite(value) ? numberForm(value) : undefined;
}

/** With what is one number for all series on the right, and what may be exchanged in the order of its text. */
function ordered(node: BinaryNode): BinaryNode {
  const { op, left, right } = node;
  const [isLeftScalar, isRightScalar] = [isScalar(left), isScalar(right)];
  const isTurned =
    isLeftScalar === isRightScalar
      ? compareText(printPromql(left), printPromql(right)) > 0
      : isLeftScalar && !isRightScalar;
  if (!isTurned) return node;
  // Beside one number a comparison gives the samples of the vector, on whichever side that is.
  if (isComparison(op) && isLeftScalar !== isRightScalar) return turned(node, comparisons[op].mirrored);
  const isSymmetric = op === "+" || op === "*" || ((op === "==" || op === "!=") && node.bool);
  return isSymmetric ? turned(node, op) : node;
}

function turned(node: BinaryNode, op: BinaryNode["op"]): BinaryNode {
  const { left, right, matching, ...rest } = node;
  return { ...rest, op, left: right, right: left, ...(matching && { matching: turnedMatching(matching) }) };
}

function turnedMatching({ groupLeft, groupRight, ...rest }: VectorMatching): VectorMatching {
  return {
    ...rest,
    ...(groupLeft && { groupRight: groupLeft }),
    ...(groupRight && { groupLeft: groupRight }),
  };
}

/** Whether it is one number, and no series. */
function isScalar(node: Node): boolean {
  switch (node.kind) {
    case "number":
      return true;
    case "call":
      return functionNamed(node.name)?.gives === "scalar";
    case "negation":
      return isScalar(node.of);
    case "binary":
      return isScalar(node.left) && isScalar(node.right);
    default:
      return false;
  }
}

function sortedOnce<T>(list: readonly T[], keyOf: (one: T) => string = String): T[] {
  const byKey = new Map(list.map((one) => [keyOf(one), one]));
  return [...byKey].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one);
}
