import * as z from "zod";
import { durationInMs } from "../../definitions/language/duration.ts";

// What types cannot say, or a cast can get around: patterns of names, ranges of numbers, durations that are none.

const duration = z.string().refine((text) => durationInMs(text) !== undefined, {
  error: ({ input }) => `"${String(input)}" is no duration; write it like 5m, 1h30m or 15s`,
});
const longerThanNothing = duration.refine((text) => durationInMs(text) !== 0, {
  error: "a duration of nothing",
});
const port = z.int().min(1).max(65_535);
const name = (pattern: RegExp, rule: string) =>
  z.string().regex(pattern, { error: ({ input }) => `"${String(input)}" is no such name: ${rule}` });
const dashed = name(/^[a-z][a-z0-9-]*$/, "small letters, digits and -, a letter first");
const fileName = name(/^[a-z0-9][a-z0-9_.-]*$/, "small letters, digits, _, - and .");
const labelName = name(/^[a-zA-Z_][a-zA-Z0-9_]*$/, "letters, digits and _, no digit first");

export const allowing = z.object({ allow: z.record(z.string(), z.string()).optional() });

export const serviceShape = z.object({ kind: z.literal("service"), name: dashed });

const scraped = allowing.extend({
  job: name(/^[a-zA-Z][a-zA-Z0-9_-]*$/, "letters, digits, _ and -, a letter first"),
  every: longerThanNothing.optional(),
  timeout: longerThanNothing.optional(),
  targetLabels: z.record(labelName, z.string().min(1)),
});
const hostAndPort = name(/^[A-Za-z0-9.[\]:-]+:\d{1,5}$/, "host:port");
const address = z.url({ protocol: /^https?$/, error: ({ input }) => `"${String(input)}" is no address` });
export const jobShape = z.discriminatedUnion("kind", [
  scraped.extend({
    kind: z.literal("scrape job"),
    targets: z.array(hostAndPort).min(1),
    path: z.string().startsWith("/").optional(),
  }),
  scraped.extend({ kind: z.literal("probe"), targets: z.array(address).min(1) }),
  scraped.extend({ kind: z.literal("json endpoint"), targets: z.array(address).min(1) }),
]);

const rising = z.array(z.number()).min(1).refine(isRising, { error: "they must rise" });
export const metricShape = z.object({
  buckets: rising.optional(),
  quantiles: z
    .array(z.number().min(0).max(1))
    .min(1)
    .refine(isRising, { error: "they must rise" })
    .optional(),
  labels: z.record(labelName, z.unknown()),
});

export const ruleGroupShape = z.object({ name: z.string().min(1), every: longerThanNothing.optional() });

export const alertShape = allowing.extend({
  kind: z.literal("alert", { error: "this export is no alert" }),
  for: duration,
  keepFiringFor: longerThanNothing.optional(),
  actions: z.array(z.string()).min(1),
  group: ruleGroupShape.optional(),
});

export const recordingShape = allowing.extend({
  name: name(/^[a-zA-Z_][a-zA-Z0-9_]*:[a-zA-Z0-9_]+:[a-zA-Z0-9_]+$/, "level:metric:operations"),
  group: ruleGroupShape.optional(),
});

export const dashboardShape = allowing.extend({
  kind: z.literal("dashboard", { error: "this export is no dashboard" }),
  uid: name(/^[A-Za-z0-9_-]{1,40}$/, "at most 40 letters, digits, - and _"),
  // A folder of Grafana is a folder on the disk, one level deep.
  folder: name(/^[^/\\.][^/\\]*$/, "one folder, without / and \\"),
  last: longerThanNothing,
  refresh: longerThanNothing.optional(),
  rows: z.array(z.object({ title: z.string() })).min(1),
});
export const panelShape = z.object({
  width: z.int().min(1).max(24).optional(),
  height: z.int().min(1).optional(),
  at: z.object({ x: z.int().min(0), y: z.int().min(0) }).optional(),
});

export const logShape = z.object({
  kind: z.literal("log source", { error: "this export is no log source" }),
  id: dashed,
  files: z.array(name(/^(?!\/)[A-Za-z0-9_./*-]+$/, "a path below the log folder")).min(1),
});

export const secretShape = z.object({ name: fileName });

export const routeShape = z.object({
  groupWait: duration.optional(),
  groupInterval: longerThanNothing.optional(),
  repeatInterval: longerThanNothing.optional(),
});

export const severityShape = z.object({ name: dashed, rank: z.int().min(1) });

export const stackShape = z.object({
  retention: longerThanNothing,
  retentionSizeGiB: z.number().positive(),
  containers: z.record(
    z.string(),
    z.object({
      image: name(/^[^\s:]+(?:\/[^\s:]+)*:(?!latest$)[\w][\w.-]*$/, "a name with an exact tag, not latest"),
      port,
      hostPort: port.optional(),
      memoryMiB: z.int().min(16),
    }),
  ),
  logs: z.object({ keepDays: z.int().min(1) }),
});

export const prometheusShape = z.object({
  scrapeInterval: longerThanNothing,
  scrapeTimeout: longerThanNothing,
  evaluationInterval: longerThanNothing,
  externalLabels: z.record(labelName, z.string()),
});

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? number));
}
