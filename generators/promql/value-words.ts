import { formatDuration } from "../language/duration.ts";
import { type AggregationName, isAggregationName } from "./aggregations.ts";
import { type FunctionOf, isFunctionOf } from "./functions.ts";
import { type ArithmeticOperator, isArithmetic } from "./operators.ts";
import { printPromql } from "./print.ts";
import type { AggregationNode, BinaryNode, CallNode, Node, SelectorNode } from "./tree.ts";
import { listed } from "../text/listed.ts";
import { escapeMarkdown, inlineCode } from "../text/markdown.ts";

/** What an expression gives, as people say it: ``the growth of `shop_orders_total` in 5m``. What they have no words for stays PromQL. */
export function valueWords(node: Node): string {
  return wordsOf(node) ?? inlineCode(printPromql(node));
}

/** The same without the signs of Markdown, for where it is drawn. */
export function plainWords(node: Node): string {
  return valueWords(node)
    .replaceAll(/(`+)(.*?)\1|\\(.)/gs, "$2$3")
    .replace(/,$/, "");
}

function wordsOf(node: Node): string | undefined {
  switch (node.kind) {
    case "number":
      return String(node.value);
    case "selector":
      return selectorWords(node);
    case "call":
      return callWords(node);
    case "aggregation":
      return aggregationWords(node);
    case "binary":
      return calculationWords(node);
    default:
      return undefined;
  }
}

/** Its job is known from the card: whoever reads `status="500"` wants to know that. */
function selectorWords({ metric, matchers, offset, at }: SelectorNode): string | undefined {
  if (metric === "" || at !== undefined || offset?.startsWith("-")) return undefined;
  const told = matchers.filter(({ name }) => name !== "job");
  const name = inlineCode(printPromql({ kind: "selector", metric, matchers: told }));
  return offset === undefined ? name : `${name} ${offset} before`;
}

type Say = (what: string, range: string) => string;

/** Of a window; undefined: people have no words for it that are shorter. */
const windowWords: Readonly<Record<FunctionOf<"window">, Say | undefined>> = {
  absent_over_time: undefined,
  avg_over_time: (what, range) => `the mean of ${what} over ${range}`,
  changes: (what, range) => `the number of changes of ${what} in ${range}`,
  count_over_time: (what, range) => `the number of samples of ${what} in ${range}`,
  delta: (what, range) => `the change of ${what} in ${range}`,
  deriv: (what, range) => `the change of ${what} per second, over ${range},`,
  idelta: (what) => `the last change of ${what}`,
  increase: (what, range) => `the growth of ${what} in ${range}`,
  irate: (what) => `the growth of ${what} per second, just now,`,
  last_over_time: (what, range) => `the last ${what} within ${range}`,
  max_over_time: (what, range) => `the highest ${what} of ${range}`,
  min_over_time: (what, range) => `the lowest ${what} of ${range}`,
  predict_linear: undefined,
  present_over_time: undefined,
  quantile_over_time: undefined,
  rate: (what, range) => `the growth of ${what} per second, over ${range},`,
  resets: (what, range) => `the number of restarts of ${what} in ${range}`,
  stddev_over_time: undefined,
  stdvar_over_time: undefined,
  sum_over_time: (what, range) => `the sum of ${what} over ${range}`,
};

function callWords({ name, args }: CallNode): string | undefined {
  const [first, second] = args;
  if (name === "time") return "the time now";
  if (!first) return undefined;
  if (first.kind === "range" && isFunctionOf("window", name)) {
    const say = windowWords[name];
    if (say) return say(valueWords(first.of), first.range);
  }
  if (name === "predict_linear" && first.kind === "range" && second?.kind === "number") {
    return `${valueWords(first.of)} as it will be in ${formatDuration(second.value * 1000)}, by the trend of ${first.range},`;
  }
  if (name === "histogram_quantile" && first.kind === "number" && second) {
    return quantileWords(first.value, second);
  }
  return name === "vector" || name === "scalar" ? valueWords(first) : undefined;
}

/** Of the growth of buckets, for whatever they are added up. */
function quantileWords(quantile: number, buckets: Node): string | undefined {
  const grown = buckets.kind === "aggregation" && buckets.name === "sum" ? buckets.args[0] : buckets;
  const by = buckets.kind === "aggregation" ? (buckets.by ?? []).filter((label) => label !== "le") : [];
  const [range] = grown?.kind === "call" && grown.name === "rate" ? grown.args : [];
  if (range?.kind !== "range" || !range.of.metric.endsWith("_bucket")) return undefined;
  const of = { ...range.of, metric: range.of.metric.replace(/_bucket$/, "") };
  return `the p${Number((quantile * 100).toPrecision(6))} of ${valueWords(of)}${forEach(by)} over ${range.range}`;
}

const aggregationNames: Readonly<Record<AggregationName, string | undefined>> = {
  avg: "the mean",
  bottomk: undefined,
  count: "the number",
  count_values: undefined,
  group: undefined,
  max: "the highest",
  min: "the lowest",
  quantile: undefined,
  stddev: undefined,
  stdvar: undefined,
  sum: "the sum",
  topk: undefined,
};

function aggregationWords({ name, args, by, without }: AggregationNode): string | undefined {
  const [of] = args;
  const said = isAggregationName(name) ? aggregationNames[name] : undefined;
  if (!of || said === undefined || args.length > 1) return undefined;
  const what = `${said} of ${valueWords(of)}`;
  return without ? `${what} over all ${labelList(without)}` : `${what}${forEach(by ?? [])}`;
}

function forEach(labels: readonly string[]): string {
  return labels.length === 0 ? "" : ` for each ${labelList(labels)}`;
}

/** Labels as people say them. */
export function labelList(labels: readonly string[]): string {
  return listed(labels.map(escapeMarkdown));
}

const operatorWords: Readonly<Partial<Record<ArithmeticOperator, string>>> = {
  "+": "plus",
  "-": "minus",
  "*": "times",
  "/": "divided by",
};

/** Of two values that are no calculations themselves: of more nobody could say which comes first. */
function calculationWords(node: BinaryNode): string | undefined {
  const { op, left, right } = node;
  const share = shareIn(node);
  if (share) return `${closed(share.part)}, as a share of ${closed(share.whole)},`;
  if (!isArithmetic(op) || [left, right].some(({ kind }) => kind === "binary")) return undefined;
  if (op === "-" && isNow(right)) return `the time until ${valueWords(left)}`;
  if (op === "-" && isNow(left)) return `the time since ${valueWords(right)}`;
  const word = operatorWords[op];
  return word && `${valueWords(left)} ${word} ${valueWords(right)}`;
}

/** Words that another comma follows. */
function closed(node: Node): string {
  return valueWords(node).replace(/,$/, "");
}

/** What `ratioOf()` writes, with what makes it right where there is no part and no whole. */
function shareIn({ op, left, right }: BinaryNode): { readonly part: Node; readonly whole: Node } | undefined {
  if (op !== "/" || left.kind !== "binary" || left.op !== "or" || right.kind !== "binary") return undefined;
  const [part, none, whole] = [left.left, left.right, right.left];
  const isAsked = right.op === ">" && isZero(right.right);
  const isNone = none.kind === "binary" && none.op === "*" && isZero(none.right);
  const isSame = isNone && printPromql(none.left) === printPromql(whole);
  return isAsked && isSame ? { part, whole } : undefined;
}

function isZero(node: Node): boolean {
  return node.kind === "number" && node.value === 0;
}

function isNow(node: Node): boolean {
  return node.kind === "call" && node.name === "time";
}
