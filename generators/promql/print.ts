import type {
  AggregationNode,
  BinaryNode,
  LabelMatcher,
  Timestamp,
  Moved,
  Node,
  RangeNode,
  SelectorNode,
  SubqueryNode,
  TextNode,
  VectorMatching,
} from "./tree.ts";
import { formatDuration } from "../language/duration.ts";
import { operators } from "./operators.ts";

/** A sign binds like `*`: -a ^ 2 is -(a ^ 2). */
const negation = operators["*"].precedence;
/** Never needs parentheses. */
const atom = 9;
/** Needs parentheses wherever it is a part of something. */
const loose = 0;

/** The expression as PromQL text, with no more parentheses than it needs. */
export function printPromql(node: Node): string {
  switch (node.kind) {
    case "number":
      return node.asDuration ? printDuration(node.value) : printNumber(node.value);
    case "string":
      return quotePromql(node.value);
    case "text":
      return printText(node);
    case "selector":
      return printSelector(node);
    case "range":
      return printRange(node);
    case "subquery":
      return printSubquery(node);
    case "call":
      return `${node.name}(${node.args.map(printPromql).join(", ")})`;
    case "aggregation":
      return printAggregation(node);
    case "negation":
      // -(a ^ b) with parentheses: the grammar that checks the text reads -4 ^ b as (-4) ^ b.
      return `-${printOperand(node.of, atom)}`;
    case "binary":
      return printBinary(node);
  }
}

/**
 * A PromQL string literal.
 *
 * The escapes of JSON are among those of PromQL. A lone surrogate is no text: it throws a TypeError.
 */
export function quotePromql(text: string): string {
  if (!text.isWellFormed()) throw new TypeError("a string in PromQL must be well-formed Unicode");
  // Characters that JSON leaves as they are, and that readers of YAML refuse or change.
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

function printNumber(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Inf" : "-Inf";
  return String(value); // -0 becomes 0
}

function printDuration(seconds: number): string {
  return (seconds < 0 ? "-" : "") + formatDuration(Math.abs(seconds) * 1000);
}

function printText(node: TextNode): string {
  return node.parts.map((part) => (typeof part === "string" ? part : printOperand(part, atom))).join("");
}

function printSelector(node: SelectorNode): string {
  return printSeries(node) + printModifiers(node);
}

function printSeries({ metric, matchers }: SelectorNode): string {
  const plain = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(metric);
  // Without a name the matchers say it all.
  const quoted = plain || metric === "" ? [] : [quotePromql(metric)];
  const inBraces = [...quoted, ...matchers.map(printMatcher)];
  return (plain ? metric : "") + (inBraces.length > 0 ? `{${inBraces.join(", ")}}` : "");
}

export function printMatcher({ name, op, value }: LabelMatcher): string {
  return `${printLabel(name)}${op}${quotePromql(value)}`;
}

function printModifiers({ offset, at }: Moved): string {
  return (
    (offset === undefined ? "" : ` offset ${offset}`) + (at === undefined ? "" : ` @ ${printTimestamp(at)}`)
  );
}

function printTimestamp(at: Timestamp): string {
  return typeof at === "number" ? printNumber(at) : at;
}

/** The range stands before the modifiers: `metric[5m] offset 1h` */
function printRange({ of, range }: RangeNode): string {
  return `${printSeries(of)}[${range}]${printModifiers(of)}`;
}

function printSubquery(node: SubqueryNode): string {
  const { of, range, step = "" } = node;
  // The grammar that checks the text would take an offset for one of the whole subquery.
  const modified = of.kind === "selector" && (of.offset !== undefined || of.at !== undefined);
  const inner = modified ? `(${printPromql(of)})` : printOperand(of, atom);
  return `${inner}[${range}:${step}]${printModifiers(node)}`;
}

function printAggregation({ name, args, by, without }: AggregationNode): string {
  const grouping = by ? ` by ${printLabels(by)} ` : without ? ` without ${printLabels(without)} ` : "";
  return `${name}${grouping}(${args.map(printPromql).join(", ")})`;
}

function printBinary(node: BinaryNode): string {
  const { precedence: own, fromRight = false } = operators[node.op];
  const left = printOperand(node.left, fromRight ? own + 1 : own);
  const right = printOperand(node.right, fromRight ? own : own + 1);
  return `${left} ${printOperator(node)} ${right}`;
}

function printOperator({ op, bool, matching }: BinaryNode): string {
  return [op, ...(bool ? ["bool"] : []), ...(matching ? printMatching(matching) : [])].join(" ");
}

function printMatching({ on, ignoring, groupLeft, groupRight }: VectorMatching): readonly string[] {
  return [
    ...(on ? [`on${printLabels(on)}`] : []),
    ...(ignoring ? [`ignoring${printLabels(ignoring)}`] : []),
    ...(groupLeft ? [`group_left${printLabels(groupLeft)}`] : []),
    ...(groupRight ? [`group_right${printLabels(groupRight)}`] : []),
  ];
}

/** A part of a larger expression, in parentheses where it binds less tightly than `atLeast`. */
function printOperand(node: Node, atLeast: number): string {
  return tightness(node) < atLeast ? `(${printPromql(node)})` : printPromql(node);
}

function tightness(node: Node): number {
  switch (node.kind) {
    case "binary":
      return operators[node.op].precedence;
    case "negation":
      return negation;
    case "number":
      return node.value < 0 ? loose : atom;
    case "text":
      return loose;
    default:
      return atom;
  }
}

export function printLabels(names: readonly string[]): string {
  return `(${names.map(printLabel).join(", ")})`;
}

export function printLabel(name: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name) ? name : quotePromql(name);
}
