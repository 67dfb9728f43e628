import * as z from "zod";
import {
  address,
  allowing,
  atLeastOne,
  dashed,
  duration,
  fitsInterval,
  hostAndPort,
  labelName,
  listOf,
  longerThanNothing,
  named,
  such,
  tooLong,
  wholeNumber,
  written,
} from "../shape-values.ts";

// The same of the platform: its policies, its deployment, and what its programs are told.

const port = wholeNumber(1, 65_535, "write a port from 1 to 65535");

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
const grouping = such(
  z.array(written),
  (labels) => new Set(labels).size === labels.length && (labels.length === 1 || !labels.includes("...")),
  'name each label once, or write ["..."] alone for all labels',
);
export const routeShape = allowing.extend({
  match: matched.optional(),
  groupBy: grouping.optional(),
  groupWait: duration.optional(),
  groupInterval: longerThanNothing.optional(),
  repeatInterval: longerThanNothing.optional(),
});

export const severityShape = allowing.extend({ name: dashed, rank: atLeastOne, response: z.string() });
/** Of receivers, inhibitions and time intervals. */
export const policyShape = allowing.extend({ name: written });
/** What a receiver has besides its notifiers, each of which has a shape of its own. */
export const receiverShape = z.object({ sendResolved: z.boolean().optional() });

export const platformShape = allowing.extend({
  mail: z
    .object({
      smarthost: hostAndPort,
      from: named(/^[^\s@]+@[^\s@]+$/, "write one address, such as alerts@shop.internal"),
      user: written,
    })
    .optional(),
  alertmanager: z.object({ retention: longerThanNothing }),
  docsUrl: address,
  externalUrls: z.object({ prometheus: address, alertmanager: address, grafana: address }),
});

/** Four pebibytes: docker counts bytes in 64 bits, and nobody has as many. */
const mostMemoryMiB = 2 ** 32;
export const composeShape = allowing.extend({
  name: named(/^[a-z0-9][a-z0-9_-]*$/, "use lower-case letters, digits, - and _, as docker compose wants it"),
  hostAlias: named(
    /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/,
    "write a host's name, such as host.docker.internal",
  ),
  grafana: z.object({ adminUser: written }),
  containers: z.record(
    z.string(),
    allowing.extend({
      image: named(
        /^[^\s:]+(?::\d+\/[^\s:]+)?:(?!latest$)[\w][\w.-]*$/,
        "write a name with an exact tag, not latest, such as prom/prometheus:v3.13.2",
      ),
      digest: named(
        /^sha256:[0-9a-f]{64}$/,
        "write sha256: and its 64 digits, as docker buildx imagetools inspect prints it",
      ).optional(),
      port,
      hostPort: port.optional(),
      // A Go program of the stack does not even start with less.
      memoryMiB: wholeNumber(16, mostMemoryMiB, `write a whole number from 16 to ${mostMemoryMiB}`),
      // Docker refuses less than a hundredth, and more than the machine has.
      cpus: such(
        z.number(),
        (n) => n >= 0.01 && n <= 1024,
        "write a number of cores from 0.01 to 1024",
      ).optional(),
      // A Go program has some ten threads at rest, and its health check needs a few; Linux ends at 2 ** 22.
      maxProcesses: wholeNumber(32, 2 ** 22, `write a whole number from 32 to ${2 ** 22}`).optional(),
    }),
  ),
});

/** A hundred years; what is kept for longer is never deleted. */
const mostDays = 36_500;
const hosts = "name at least one host, or leave hosts out";
export const logsShape = z.discriminatedUnion("output", [
  allowing.extend({
    output: z.literal("elasticsearch"),
    hosts: listOf(address, hosts).optional(),
    indexPrefix: named(/^[a-z0-9][a-z0-9_.-]*$/, "use lower-case letters, digits, _, - and ."),
    user: written,
    keepDays: wholeNumber(1, mostDays, `write a whole number of days from 1 to ${mostDays}`),
  }),
  allowing.extend({
    output: z.literal("logstash"),
    hosts: listOf(hostAndPort, "name at least one host"),
  }),
]);

const intervals = z.object({
  scrapeInterval: longerThanNothing,
  scrapeTimeout: longerThanNothing,
  evaluationInterval: longerThanNothing,
  externalLabels: z.record(labelName, z.string()),
  retention: longerThanNothing,
  // From a mebibyte to a pebibyte; beyond that JavaScript writes numbers as Prometheus does not read them.
  retentionSizeGiB: such(z.number(), (n) => n >= 0.001 && n <= 2 ** 20, "write a size from 0.001 to 1048576"),
});
export const prometheusShape = intervals.refine(
  ({ scrapeInterval, scrapeTimeout }) => fitsInterval(scrapeTimeout, scrapeInterval),
  tooLong("scrapeTimeout", "scrapeInterval"),
);
