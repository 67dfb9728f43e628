import * as z from "zod";
import { whyNoSecretName } from "../secrets/name-of-secret.ts";
import { isExpression } from "../language/expression/expression.ts";
import { panelKinds } from "../panels/index.ts";
import {
  labelName,
  duration,
  allowing,
  listOf,
  longerThanNothing,
  named,
  such,
  dashed,
  wholeNumber,
  written,
} from "../shape-values.ts";

// What types cannot say, or a cast can get around: patterns of names, ranges of numbers, durations that are none.

const expression = z.custom(isExpression, {
  error: "is not a PromQL expression",
  params: { fix: "write a PromQL expression" },
});

/**
 * The folder stands in docker-compose.yml behind the variable, which fills in what is between braces and behind a dollar sign; and in
 * commands of the guide.
 */
const logFolder = z.object({
  variable: named(
    /^(?!COMPOSE_|TARGETS_FOLDER$)[A-Za-z_][A-Za-z0-9_]*$/,
    "use letters, digits and _, not starting with a digit, and no name that the deployment has already: TARGETS_FOLDER, COMPOSE_…",
  ),
  default: named(
    /^(?:(?:\/|\.{1,2}\/|~\/|[A-Za-z]:[\\/])[\p{L}\p{N} ._/\\:~@+,()-]*)?$/u,
    'write the path of a folder, such as "/var/log/shop", with letters, digits, spaces and . _ - + , @ ( ) in it',
  ),
});
export const serviceShape = allowing.extend({
  name: dashed,
  title: z.string(),
  description: z.string(),
  owner: z.string(),
  logFolder: logFolder.optional(),
});

const rising = (number: z.ZodType<number>, fix: string) => such(z.array(number), isRising, fix);
const quantilesTo = (most: number, fix: string) =>
  such(
    z.array(such(z.number(), (n) => n >= 0 && n <= most, fix)),
    // One without quantiles still has a sum and a count.
    (numbers) => numbers.length === 0 || isRising(numbers),
    "write them from the lowest to the highest, each once",
  );
const computed = named(
  /^(?:p(?:100|\d{1,2}(?:\.\d+)?)|mean|min|max|ratio)$/,
  "write a percentile such as p99, or mean, min, max or ratio",
);
const metric = allowing
  .extend({
    unit: z.string(),
    buckets: rising(z.number(), "write the bounds from the lowest to the highest, each once").optional(),
    computed: computed.optional(),
    labels: z.record(labelName, z.unknown()),
  })
  .refine(({ computed, unit }) => computed !== "ratio" || unit === "ratio" || unit === "percent", {
    path: ["computed"],
    error: "is a ratio, and its unit is none",
    params: { fix: "give it the unit ratio (0 to 1) or percent (0 to 100), or say what else it is" },
  });

export const metricShape = metric.and(
  z.object({
    quantiles: quantilesTo(
      1,
      'write quantiles from 0 to 1; where a program that is not yours counts to 100, say so: metrics(…, { … }, { foreignNames: "who names them" })',
    ).optional(),
  }),
);
/** Redis' exporter writes quantile="99.9". */
export const foreignMetricShape = metric.and(
  z.object({
    quantiles: quantilesTo(100, "write quantiles as the program does, from 0 to 100 at most").optional(),
  }),
);

const jobShape = z.object({ job: z.string(), targets: z.array(z.string()) });
const ruleGroup = z.object({ name: written, every: longerThanNothing.optional() });
const words = z.custom((value) => typeof value === "string" || typeof value === "function", {
  error: "is not text",
});

export const alertShape = allowing.extend({
  severity: z.object({ kind: z.literal("severity") }),
  component: z.string(),
  expr: expression,
  for: duration,
  keepFiringFor: longerThanNothing.optional(),
  summary: words,
  description: words,
  impact: z.string(),
  actions: listOf(z.string(), "say what to do, most urgent first"),
  group: ruleGroup.optional(),
  labels: z.record(labelName, z.string()).optional(),
  named: named(
    /^(?![\s.])[^"'`\\{}\p{C}\p{Z}]+(?: [^"'`\\{}\p{C}\p{Z}]+)*$/u,
    "write what Prometheus calls it, without quotes, backslashes and braces",
  ).optional(),
  downOf: z.union([jobShape, z.array(jobShape)]).optional(),
  equivalentMutants: z.record(z.string(), z.string()).optional(),
});

const ownLabel = such(
  labelName,
  (name) => !name.startsWith("__"),
  "take a name that does not start with __: Prometheus drops these, and __name__ is the recording's own",
);
const recordedValue = such(
  written,
  (text) => !text.includes("{{"),
  "write the value itself: what is recorded has the text as it stands, no template is filled in",
);
export const recordingShape = allowing.extend({
  // Whether it is named as recordings are, a check says.
  name: named(
    /^[a-zA-Z_:][a-zA-Z0-9_:]*$/,
    "name it level:metric:operations, such as job:http_requests:rate5m; Prometheus needs quotes around other names than of letters, digits, _ and :",
  ),
  group: ruleGroup.optional(),
  labels: z.record(ownLabel, recordedValue),
  equivalentMutants: z.record(z.string(), z.string()).optional(),
});

const aboveNothing = such(z.number(), (n) => Number.isFinite(n) && n > 0, "write a number above 0");
const burning = z.object({
  for: duration.optional(),
  branches: z.array(z.object({ long: longerThanNothing, short: longerThanNothing })).optional(),
});
export const sloShape = allowing.extend({
  // Names of recordings, alerts and rule groups are made of it.
  id: named(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    "use lower-case letters and digits with single dashes, starting with a letter",
  ),
  options: z.object({
    title: z.string(),
    description: z.string(),
    impact: z.string(),
    minimumTraffic: aboveNothing,
    rateOver: longerThanNothing.optional(),
    alerting: z.object({ page: burning, ticket: burning }),
  }),
});

/** Of scenarios and examples: how long things take in them. */
export const scenarioShape = z.object({
  after: longerThanNothing.optional(),
  within: longerThanNothing.optional(),
});
/** How series behave; the levels are numbers as any other. */
export const givenShape = z.object({
  per: longerThanNothing.optional(),
  every: longerThanNothing.optional(),
  perSecond: aboveNothing.optional(),
  quantile: such(z.number(), (n) => n >= 0 && n <= 1, "write a quantile from 0 to 1").optional(),
});

const aPanel = z.object({ kind: z.literal("panel"), type: z.enum(Object.keys(panelKinds)) });
const variableName = named(
  /^(?!datasource$)[a-zA-Z][a-zA-Z0-9_]*$/,
  "use letters, digits and _, starting with a letter; every dashboard chooses its data source by $datasource already",
);
export const dashboardShape = allowing.extend({
  uid: named(/^[A-Za-z0-9_-]{1,40}$/, "use at most 40 letters, digits, - and _"),
  title: z.string(),
  description: z.string(),
  // A folder of Grafana is a folder on the disk, one level deep.
  folder: named(/^[^/\\.][^/\\]*$/, "name one folder, without / or \\, not starting with a dot"),
  last: longerThanNothing,
  refresh: longerThanNothing.optional(),
  variables: z.array(z.object({ name: variableName })).optional(),
  rows: listOf(z.object({ title: z.string(), panels: z.array(aPanel) }), "add a row with a panel"),
});
/** Some screens high; nobody scrolls through more in one panel. */
const tallest = 200;
/** The panels of a row, one below the other. */
const lowest = 10_000;
const isFiniteNumber = (text: string) => text.trim() !== "" && Number.isFinite(Number(text));
const line = z.object({
  width: wholeNumber(0, 10, "write 0 to 10 pixels").optional(),
  fill: wholeNumber(0, 100, "write a percentage from 0 to 100").optional(),
});
export const panelShape = allowing
  .extend({
    min: z.number().optional(),
    max: z.number().optional(),
    title: z.string(),
    description: z.string(),
    queries: z
      .array(
        z.union([
          expression,
          z.object({ kind: z.literal("query"), expr: expression, line: line.optional() }),
        ]),
      )
      .optional(),
    width: wholeNumber(1, 24, "write 1 to 24 columns").optional(),
    height: wholeNumber(1, tallest, `write 1 to ${tallest} units of 30 pixels`).optional(),
    at: z
      .object({
        x: wholeNumber(0, 23, "write a column from 0 to 23"),
        y: wholeNumber(0, lowest, `write a whole number from 0 to ${lowest}`),
      })
      .optional(),
    step: longerThanNothing.optional(),
    // A number has no more digits than these.
    decimals: wholeNumber(0, 15, "write a whole number from 0 to 15").optional(),
    valueNames: z
      .record(such(z.string(), isFiniteNumber, "write the number that the name is for"), z.unknown())
      .optional(),
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min < max, {
    path: ["max"],
    error: "is not above min",
    params: { fix: "write a max that is above min" },
  });

const asked = z.object({
  kind: z.literal("question"),
  asks: z.string(),
  means: z.string(),
  expr: expression,
});
export const runbookShape = allowing.extend({
  // The name of its page is made of it.
  title: named(/[A-Za-z0-9]/, "write it with letters or digits"),
  pattern: z.string(),
  questions: listOf(asked, "say how to confirm it, with question(…)"),
  causes: listOf(z.string(), "say what can cause it"),
  actions: listOf(z.string(), "say what to do, most urgent first"),
  alerts: z.array(z.object({ kind: z.literal("alert") })),
});

export const logShape = allowing.extend({
  id: dashed,
  description: z.string(),
  files: listOf(
    named(
      // Neither a folder alone, which matches no file, nor a name of nothing or of dots on the way.
      /^(?!.*(?:^|\/)\.*(?:\/|$))(?!.*\.\.)[\w./*-]+$/,
      "write the path of a file below the log folder, such as server.log or logs/*.log",
    ),
    "name at least one file",
  ),
});

/** What is written in the place of a name may be the secret: it is not shown. */
const secretName = z.string().refine((name) => whyNoSecretName(name) === undefined, {
  error: ({ input }) => (typeof input === "string" ? whyNoSecretName(input) : undefined),
  params: {
    fix: 'write what the file of the secret is called, such as "slack_webhook_url", with lower-case letters, digits, _, - and .',
  },
});
export const secretShape = z.object({ name: secretName, purpose: z.string() });

function isRising(numbers: readonly number[]): boolean {
  return (
    numbers.length > 0 &&
    numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? number))
  );
}
