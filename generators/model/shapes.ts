import * as z from "zod";
import { isExpression } from "../language/expression/expression.ts";
import { panelKinds } from "../panels/index.ts";
import {
  labelName,
  fitsInterval,
  hostAndPort,
  duration,
  allowing,
  address,
  listOf,
  longerThanNothing,
  named,
  such,
  timeZone,
  tooLong,
  wholeNumber,
  written,
} from "../shape-values.ts";

// What types cannot say, or a cast can get around: patterns of names, ranges of numbers, durations that are none.

const port = wholeNumber(1, 65_535, "write a port from 1 to 65535");
const atLeastOne = wholeNumber(1, Infinity, "write a whole number of 1 or more");
const notNegative = wholeNumber(0, Infinity, "write a whole number of 0 or more");
const dashed = named(/^[a-z][a-z0-9-]*$/, "use lower-case letters, digits and -, starting with a letter");
const fileName = named(/^[a-z0-9][a-z0-9_.-]*$/, "use lower-case letters, digits, _, - and .");
const expression = z.custom(isExpression, {
  error: "is not a PromQL expression",
  params: { fix: "write a PromQL expression" },
});

export const serviceShape = allowing.extend({ name: dashed });

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
  downOf: z.union([jobShape, z.array(jobShape)]).optional(),
  equivalentMutants: z.record(z.string(), z.string()).optional(),
});

export const recordingShape = allowing.extend({
  name: named(/^[a-zA-Z_]\w*:\w+:\w+$/, "name it level:metric:operations, such as job:http_requests:rate5m"),
  group: ruleGroup.optional(),
  equivalentMutants: z.record(z.string(), z.string()).optional(),
});

const aboveNothing = such(z.number(), (n) => Number.isFinite(n) && n > 0, "write a number above 0");
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
  }),
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
export const panelShape = allowing.extend({
  title: z.string(),
  description: z.string(),
  queries: z
    .array(z.union([expression, z.object({ kind: z.literal("query"), expr: expression })]))
    .optional(),
  width: wholeNumber(1, 24, "write 1 to 24 columns").optional(),
  height: atLeastOne.optional(),
  at: z.object({ x: notNegative, y: notNegative }).optional(),
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
  files: listOf(
    named(/^(?!\/)(?!.*\.\.)[\w./*-]+$/, "write a path below the log folder"),
    "name at least one file",
  ),
});

export const secretShape = z.object({ name: fileName });

/** Labels that a match says by words of its own; an alert by its export, so that it cannot be misspelt. */
const saidOtherwise: ReadonlySet<string> = new Set(["alertname", "severity", "service"]);
const oneAlert = z.object({ kind: z.literal("alert") });
const matched = z.object({
  alert: z.union([oneAlert, z.array(oneAlert)]).optional(),
  labels: z
    .record(
      labelName.refine((name) => !saidOtherwise.has(name), {
        error: "has an option of its own",
        params: { fix: "write alert, severity or service beside labels, not in it" },
      }),
      z.unknown(),
    )
    .optional(),
});
export const inhibitionShape = allowing.extend({ source: matched, target: matched });
export const routeShape = allowing.extend({
  match: matched.optional(),
  groupWait: duration.optional(),
  groupInterval: longerThanNothing.optional(),
  repeatInterval: longerThanNothing.optional(),
});

export const severityShape = allowing.extend({ name: dashed, rank: atLeastOne });
/** Of the platform, receivers, inhibitions and time intervals. */
export const policyShape = allowing;
/** What a receiver has besides its notifiers, each of which has a shape of its own. */
export const receiverShape = z.object({ sendResolved: z.boolean().optional() });

export const composeShape = allowing.extend({
  containers: z.record(
    z.string(),
    allowing.extend({
      image: named(
        /^[^\s:]+(?::\d+\/[^\s:]+)?:(?!latest$)[\w][\w.-]*$/,
        "write a name with an exact tag, not latest, such as prom/prometheus:v3.13.2",
      ),
      port,
      hostPort: port.optional(),
      // A Go program of the stack does not even start with less.
      memoryMiB: wholeNumber(16, Infinity, "write a whole number of 16 or more"),
    }),
  ),
});

const hosts = "name at least one host, or leave hosts out";
export const logsShape = z.discriminatedUnion("output", [
  allowing.extend({
    output: z.literal("elasticsearch"),
    timeZone,
    hosts: listOf(address, hosts).optional(),
    keepDays: atLeastOne,
  }),
  allowing.extend({
    output: z.literal("logstash"),
    timeZone,
    hosts: listOf(hostAndPort, "name at least one host"),
  }),
]);

const intervals = z.object({
  scrapeInterval: longerThanNothing,
  scrapeTimeout: longerThanNothing,
  evaluationInterval: longerThanNothing,
  externalLabels: z.record(labelName, z.string()),
  retention: longerThanNothing,
  retentionSizeGiB: such(z.number(), (n) => n > 0, "write a size above 0"),
});
export const prometheusShape = intervals.refine(
  ({ scrapeInterval, scrapeTimeout }) => fitsInterval(scrapeTimeout, scrapeInterval),
  tooLong("scrapeTimeout", "scrapeInterval"),
);

function isRising(numbers: readonly number[]): boolean {
  return (
    numbers.length > 0 &&
    numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? number))
  );
}
