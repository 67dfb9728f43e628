import type { FunctionName } from "../../generators/promql/functions.ts";
import type { BinaryOperator } from "../../generators/promql/operators.ts";

const ofAngles = "an angle has no unit, and nothing that is monitored is one";
const ofNative =
  "it is of native histograms, which cannot be declared; of a histogram with buckets there are `.count`, `.sum` and `.mean()`";

/** Why a function has no word: it can be written in text, `promql`. */
export const withoutWord: Readonly<Partial<Record<FunctionName, string>>> = {
  acos: ofAngles,
  acosh: ofAngles,
  asin: ofAngles,
  asinh: ofAngles,
  atan: ofAngles,
  atanh: ofAngles,
  cos: ofAngles,
  cosh: ofAngles,
  deg: ofAngles,
  pi: ofAngles,
  rad: ofAngles,
  sin: ofAngles,
  sinh: ofAngles,
  tan: ofAngles,
  tanh: ofAngles,
  histogram_avg: ofNative,
  histogram_count: ofNative,
  histogram_stddev: ofNative,
  histogram_stdvar: ofNative,
  histogram_sum: ofNative,
};

/** What stands for an operator: the name of a method, or why it has none. */
export const ofOperators: Readonly<
  Record<BinaryOperator, { readonly word: string } | { readonly why: string }>
> = {
  "+": { word: "add" },
  "-": { word: "sub" },
  "*": { word: "mul" },
  "/": { word: "div" },
  "%": { word: "mod" },
  "^": { word: "pow" },
  atan2: { why: ofAngles },
  "==": { word: "eq" },
  "!=": { word: "ne" },
  ">": { word: "gt" },
  ">=": { word: "gte" },
  "<": { word: "lt" },
  "<=": { word: "lte" },
  and: { word: "and" },
  or: { word: "or" },
  unless: { word: "unless" },
};

/** Everything else that PromQL has, with what says it, or the reason why nothing does. */
export const ofModifiers: readonly (readonly [promql: string, said: string])[] = [
  [
    '`{label="value"}`, `!=`, `=~`, `!~`',
    "[where](language/expressions.md#where), [whereNot](language/expressions.md#wherenot)",
  ],
  [
    "`by (…)`, `without (…)`",
    "the ending of an aggregation: [sumBy](language/aggregation.md#sumby), [sumWithout](language/aggregation.md#sumwithout)",
  ],
  [
    "`on`, `ignoring`, `group_left`, `group_right`",
    "the options of an operator: [joins](language/calculations.md#joins)",
  ],
  ["`bool`", "[bool](language/conditions.md#bool) of a condition"],
  ["`-x`", "[neg](language/calculations.md#neg)"],
  ["`[5m]`", 'the range of a function: `.rate("5m")`'],
  ["`[1h:1m]`, `[1h:]`", 'its step, or `"evaluation interval"`: `.maxOverTime("1h", "1m")`'],
  [
    "`offset 1d`, `offset -1h`",
    '[offset](language/expressions.md#offset): `.offset("1d")`, `.offset("-1h")`; a rule may only look back',
  ],
  [
    "`@ end()`, `@ start()`, `@ 1609746000`",
    "[at](language/expressions.md#at), in dashboards; a rule asks of now",
  ],
  [
    "`anchored`, `smoothed`",
    "experimental: Prometheus refuses them without `--enable-feature=promql-extended-range-selectors`; a rule that is deployed [hears births](explanation/robust-rules.md) without them",
  ],
  [
    "`fill`, `fill_left`, `fill_right`",
    "experimental: Prometheus refuses them without `--enable-feature=promql-binop-fill-modifiers`; write [or](language/conditions.md#or) with a series of zeros",
  ],
  [
    "`[1h + 5m]`, `[step()]`",
    "experimental: Prometheus refuses calculated durations without `--enable-feature=promql-duration-expr`; write the duration",
  ],
  ["`</`, `>/`", "they trim native histograms, which cannot be declared, and are newer than Prometheus 3.5"],
  [
    '`{"name.with.dots", "label.with.dots"="value"}`',
    "in text; a metric and a label are declared by names that need no quotes",
  ],
];
