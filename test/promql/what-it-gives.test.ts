// What the inference says of every function, aggregation and operator, in one text: a change of a row shows in it as a line.
import { expect, test } from "vitest";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { exampleSeries, series } from "./example-series.ts";
import { analyseText } from "./of-text.ts";

const gauge = "kiosk_memory_bytes";
const counter = "process_cpu_seconds_total";
const buckets = "http_request_duration_seconds_bucket";
const moment = "cert_expiry";
const percentile = "took_p99_seconds";
const operands = [gauge, counter, buckets, moment, percentile];

const catalogue = seriesCatalogue([
  ...exampleSeries,
  series(percentile, "gauge", {}, { unit: "seconds", statistics: [{ metric: percentile, what: "p99" }] }),
]);

const ofVectors =
  `abs absent acos acosh asin asinh atan atanh ceil cos cosh day_of_month day_of_week day_of_year days_in_month deg exp
  floor histogram_avg histogram_count histogram_stddev histogram_stdvar histogram_sum hour ln log10 log2 minute month rad round
  scalar sgn sin sinh sort sort_desc sqrt tan tanh timestamp year
  info sort_by_label sort_by_label_desc start_timestamp`.split(/\s+/);
const ofRanges =
  `absent_over_time avg_over_time changes count_over_time delta deriv idelta increase irate last_over_time
  max_over_time min_over_time present_over_time rate resets stddev_over_time stdvar_over_time sum_over_time
  first_over_time mad_over_time ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time`.split(
    /\s+/,
  );
const withOthers = (of: string) => [
  `clamp(${of}, 0, 1)`,
  `clamp_max(${of}, 1)`,
  `clamp_min(${of}, 0)`,
  `double_exponential_smoothing(${of}[5m], 0.5, 0.5)`,
  `histogram_fraction(0, 1, rate(${of}[5m]))`,
  `histogram_fraction(0, 1, ${of})`,
  `histogram_quantile(0.9, rate(${of}[5m]))`,
  `histogram_quantile(0.9, sum(rate(${of}[5m])))`,
  `histogram_quantile(90, sum by (le) (rate(${of}[5m])))`,
  `label_join(${of}, "at", "-", "job", "instance")`,
  `label_replace(${of}, "at", "$1", "job", "(.*)")`,
  `predict_linear(${of}[5m], 3600)`,
  `quantile_over_time(0.9, ${of}[5m])`,
  `round(${of}, 5)`,
];
const withoutData = ["hour()", "pi()", "time()", "vector(1)", "vector(time())", "nonsense(1)", "time(1)"];

const aggregations = ["sum", "avg", "min", "max", "count", "group", "stddev", "stdvar"];
const withParameter = (of: string) => [
  `topk(3, ${of})`,
  `bottomk(3, ${of})`,
  `quantile(0.9, ${of})`,
  `quantile(9, ${of})`,
  `count_values("value", ${of})`,
  `count_values(1, ${of})`,
  `limitk(3, ${of})`,
  `limit_ratio(0.5, ${of})`,
];

const operators = [
  "+",
  "-",
  "*",
  "/",
  "%",
  "^",
  "atan2",
  "==",
  "!=",
  ">",
  "<",
  ">=",
  "<=",
  "and",
  "or",
  "unless",
];
const rightSides = [gauge, moment, "up", "60", "time()", `rate(${counter}[5m])`];
const leftSides = [gauge, moment, "time()", `rate(${counter}[5m])`, "5"];

// A label that neither side has cannot be ignored.
const typeIgnored = (...sides: readonly string[]) => (sides.includes(gauge) ? "ignoring (type) " : "");

const expressions = [
  ...operands.flatMap((of) => [
    ...ofVectors.map((name) => `${name}(${of})`),
    ...ofRanges.map((name) => `${name}(${of}[5m])`),
    ...withOthers(of),
    ...aggregations.map((name) => `${name}(${of})`),
    ...withParameter(of),
  ]),
  ...aggregations.flatMap((name) => [
    `${name} by (le) (rate(${buckets}[5m]))`,
    `${name} without (le) (up == 0)`,
  ]),
  ...withoutData,
  ...leftSides.flatMap((left) =>
    rightSides.flatMap((right) =>
      operators.map((operator) => `${left} ${operator} ${typeIgnored(left, right)}${right}`),
    ),
  ),
  ...operators.map((operator) => `up ${operator} bool 1`),
  ...operators.map((operator) => `up ${operator} on (job) group_left (version) build_info`),
];

function described(expression: string): string {
  const { type, diagnostics, mergers } = analyseText(expression, catalogue);
  const { kind, labels, unit, bound, samples, condition, statistics, literal } = type;
  const facts = [
    `${kind} in ${unit}`,
    ...(labels ? [`{${[...labels.keys()].sort().join()}}`] : []),
    ...(samples === undefined ? [] : [`samples: ${samples}`]),
    ...(bound ? [`bound: ${bound.kind === "interval" ? `${bound.min} to ${bound.max}` : bound.kind}`] : []),
    ...(condition ? ["condition"] : []),
    ...(literal === undefined ? [] : [`is ${literal}`]),
    ...(statistics ?? []).map(({ metric, what }) => `${what} of ${metric}`),
    ...mergers.map(({ by }) => `merged by ${by}`),
    ...diagnostics.map(({ message }) => `! ${message}`),
  ];
  return `${expression}  =>  ${facts.join("; ")}`;
}

test("what every function, aggregation and operator gives", async () => {
  await expect(`${expressions.map(described).join("\n")}\n`).toMatchFileSnapshot("what-it-gives.txt");
});
