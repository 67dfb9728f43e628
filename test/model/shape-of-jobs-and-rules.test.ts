import {
  alert,
  follows,
  gauge,
  grows,
  histogram,
  probe,
  probeModule,
  runs,
  ruleGroup,
  secretFile,
  summary,
} from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { expect, test } from "vitest";
import { sales } from "../checks/small-shop.ts";
import {
  description,
  durationFix,
  labelFix,
  module,
  ofAlert,
  ofJob,
  ofMetric,
  problemIn,
  problemText,
  untyped,
  type Malformed,
} from "./malformed.ts";

function ofModule(options: Partial<Parameters<typeof probeModule>[1]>): Malformed[2] {
  const own = probeModule("own", { description, timeout: "5s", ...options });
  return { jobs: { door: probe("door", { description, module: own, targets: ["https://shop.internal"] }) } };
}

const jobs: readonly Malformed[] = [
  ['job "a b": job is "a b"', "use letters, digits, _ and -, starting with a letter", ofJob("a b", {})],
  ['job "x": every is "0s", but must be longer than 0', durationFix, ofJob("x", { every: "0s" })],
  ['job "x": timeout is "10", which is not a duration', durationFix, ofJob("x", { timeout: untyped("10") })],
  [
    'job "x": timeout is longer than every',
    "make timeout at most as long as every",
    ofJob("x", { timeout: "30s" }),
  ],
  ['job "x": targets is []', "name at least one target", ofJob("x", { targets: [] })],
  [
    'job "x": targets.1 is "localhost"',
    "write host:port, such as localhost:8080, with a port from 1 to 65535",
    ofJob("x", { targets: ["localhost:80", untyped("localhost")] }),
  ],
  [
    'job "x": targets.0 is "localhost:99999"',
    "write host:port, such as localhost:8080, with a port from 1 to 65535",
    ofJob("x", { targets: ["localhost:99999"] }),
  ],
  [
    'job "x": path is "metrics"',
    "start it with /, without spaces and without a query",
    ofJob("x", { path: untyped("metrics") }),
  ],
  [
    'job "x": path is "/metrics?all=1"',
    "start it with /, without spaces and without a query",
    ofJob("x", { path: "/metrics?all=1" }),
  ],
  ...(
    [
      ["localhost:80"],
      ["192.0.2.1:80"],
      ["till.shop.internal:80"],
      ["3232235777:80"],
      ["till:80", "till:81"],
    ] as const
  ).map((targets): Malformed => [
    'job "x": targets are absent while stopped, and only containers of the stack can be, each once in a job',
    "name a container, such as filebeat:5066, or leave absentWhileStopped out",
    ofJob("x", { targets, absentWhileStopped: true }),
  ]),
  [
    'job "x": targets.0 is "localhost:99999"',
    "write host:port, such as localhost:8080, with a port from 1 to 65535",
    ofJob("x", { targets: ["localhost:99999"], absentWhileStopped: true }),
  ],
  ...(["localhost:0", "localhost:65536"] as const).map((target): Malformed => [
    `job "x": targets.0 is "${target}"`,
    "write host:port, such as localhost:8080, with a port from 1 to 65535",
    ofJob("x", { targets: [target] }),
  ]),
  ...(
    ["https://shop.internal:0/", "https://shop.internal:65536", "https://shop internal", "https://"] as const
  ).map((target): Malformed => [
    `job "door": targets.0 is "${target}"`,
    "write an address that starts with http:// or https://, without spaces, and with a port from 1 to 65535",
    { jobs: { door: probe("door", { description, module, targets: [target] }) } },
  ]),
  ...(["0s", "-1s"] as const).map((timeout): Malformed => [
    `job "door": module.timeout is "${timeout}", ${timeout === "0s" ? "but must be longer than 0" : "which is not a duration"}`,
    durationFix,
    ofModule({ timeout }),
  ]),
  [
    'job "door": module.validStatusCodes.0 is 42',
    "write status codes from 100 to 599",
    ofModule({ validStatusCodes: [42] }),
  ],
  [
    'job "door": module.validStatusCodes is []',
    "name at least one, or leave the list out for any 2xx",
    ofModule({ validStatusCodes: [] }),
  ],
  ['job "x": targetLabels.a-b is not a valid name', labelFix, ofJob("x", { labels: { "a-b": "c" } })],
  ['job "x": targetLabels.a is ""', "write something, or leave it out", ofJob("x", { labels: { a: "" } })],
  [
    'job "door": targets.0 is "ftp://shop"',
    "write an address that starts with http:// or https://, without spaces, and with a port from 1 to 65535",
    { jobs: { door: probe("door", { description, module, targets: [untyped("ftp://shop")] }) } },
  ],
  [
    "a secret: name is not the name of a file",
    'write what the file of the secret is called, such as "slack_webhook_url", with lower-case letters, digits, _, - and .',
    ofJob("x", { bearerToken: secretFile("../token", description) }),
  ],
];

test.each(jobs.map((row) => [row[0], row] as const))("%s", (_, row) => {
  expect(problemIn(row[2])).toBe(problemText(row));
});

const web = sales.shop_orders_total.where({ channel: "web" });
const levels = { ok: 3, limit: 5, firing: 5.25 };
const inScenario = (scenario: Parameters<typeof alert>[0]["scenario"]) => ofAlert({ scenario });

/** In every field that takes a time, none is nothing or less. */
const times: readonly Malformed[] = [
  ...["", " X", 'X"Y', "{{ $value }}", "X\nY"].map((named): (typeof times)[number] => [
    `alert "X": named is ${JSON.stringify(named)}`,
    "write what Prometheus calls it, without quotes, backslashes and braces",
    ofAlert({ named }),
  ]),
  ['alert "X": for is "-1m", which is not a duration', durationFix, ofAlert({ for: "-1m" })],
  [
    'alert "X": keepFiringFor is "0s", but must be longer than 0',
    durationFix,
    ofAlert({ keepFiringFor: "0s" }),
  ],
  [
    'alert "X": its scenario: after is "0s", but must be longer than 0',
    durationFix,
    inScenario({ given: [runs(web, levels)], after: "0s" }),
  ],
  [
    'alert "X": its scenario: within is "-5m", which is not a duration',
    durationFix,
    inScenario({ given: [runs(web, levels)], within: "-5m" }),
  ],
  [
    'alert "X": grows(…): per is "0m", but must be longer than 0',
    durationFix,
    inScenario(grows(web, "0m", levels)),
  ],
  [
    'alert "X": follows(…): every is "-1m", which is not a duration',
    durationFix,
    inScenario(follows(web, "-1m", [1, 2])),
  ],
  [
    'recording "a:b:c": grows(…): per is "-1m", which is not a duration',
    durationFix,
    {
      recordings: {
        r: recording("a:b:c", sales.shop_orders_total.rate("5m"), {
          example: { given: [grows(web, "-1m", 5)], expect: 1 },
        }),
      },
    },
  ],
];

test.each(times.map((row) => [row[0], row] as const))("%s", (_, row) => {
  expect(problemIn(row[2])).toBe(problemText(row));
});

const metricsAndRules: readonly Malformed[] = [
  [
    'metric "x": buckets is [1,1]',
    "write the bounds from the lowest to the highest, each once",
    ofMetric(histogram({ help: "X.", unit: "seconds", buckets: [1, 1] })),
  ],
  [
    'metric "x": buckets is []',
    "write the bounds from the lowest to the highest, each once",
    ofMetric(histogram({ help: "X.", unit: "seconds", buckets: [] })),
  ],
  [
    'metric "x": quantiles is [0.9,0.5]',
    "write them from the lowest to the highest, each once",
    ofMetric(summary({ help: "X.", unit: "seconds", quantiles: [0.9, 0.5] })),
  ],
  [
    'metric "x": quantiles.0 is 99',
    'write quantiles from 0 to 1; where a program that is not yours counts to 100, say so: metrics(…, { … }, { foreignNames: "who names them" })',
    ofMetric(summary({ help: "X.", unit: "seconds", quantiles: [99] })),
  ],
  [
    'metric "x": computed is "p101"',
    "write a percentile such as p99, or mean, min, max or ratio",
    ofMetric(gauge({ help: "X.", unit: "seconds", computed: "p101" })),
  ],
  [
    'metric "x": computed is a ratio, and its unit is none',
    "give it the unit ratio (0 to 1) or percent (0 to 100), or say what else it is",
    ofMetric(gauge({ help: "X.", unit: "seconds", computed: "ratio" })),
  ],
  [
    'metric "x": labels.2nd is not a valid name',
    labelFix,
    ofMetric(gauge({ help: "X.", labels: { "2nd": "*" } })),
  ],
  [
    'recording "job.orders": name is "job.orders"',
    "name it level:metric:operations, such as job:http_requests:rate5m; Prometheus needs quotes around other names than of letters, digits, _ and :",
    {
      recordings: {
        x: recording(untyped<"a:b:c">("job.orders"), sales.shop_orders_total.rate("5m").sum()),
      },
    },
  ],
  [
    'recording "a:b:c": labels.__name__ is not a valid name',
    "take a name that does not start with __: Prometheus drops these, and __name__ is the recording's own",
    {
      recordings: {
        x: recording("a:b:c", sales.shop_orders_total.rate("5m"), { labels: { __name__: "d:e:f" } }),
      },
    },
  ],
  [
    'recording "a:b:c": labels.tier is ""',
    "write something, or leave it out",
    { recordings: { x: recording("a:b:c", sales.shop_orders_total.rate("5m"), { labels: { tier: "" } }) } },
  ],
  [
    'recording "a:b:c": labels.tier is "{{ $value }}"',
    "write the value itself: what is recorded has the text as it stands, no template is filled in",
    {
      recordings: {
        x: recording("a:b:c", sales.shop_orders_total.rate("5m"), { labels: { tier: "{{ $value }}" } }),
      },
    },
  ],
  [
    'recording "a:b:c": group.every is "0s", but must be longer than 0',
    durationFix,
    {
      recordings: {
        x: recording("a:b:c", sales.shop_orders_total.rate("5m"), { group: ruleGroup("g", { every: "0s" }) }),
      },
    },
  ],
  [
    'alert "X": keepFiringFor is "0m", but must be longer than 0',
    durationFix,
    ofAlert({ keepFiringFor: "0m" }),
  ],
  ['alert "X": actions is []', "say what to do, most urgent first", ofAlert({ actions: untyped([]) })],
  [
    'alert "X": expr is not a PromQL expression',
    "write a PromQL expression",
    ofAlert({ expr: untyped("up == 0") }),
  ],
  ['alert "X": group.name is ""', "write something, or leave it out", ofAlert({ group: ruleGroup("") })],
  ['alert "X": labels.a b is not a valid name', labelFix, ofAlert({ labels: { "a b": "c" } })],
  ['alert "X": severity is not an object', "write a value of its type", ofAlert({ severity: undefined })],
  ['alert "X": impact is not a string', "write a value of its type", ofAlert({ impact: untyped(5) })],
  ['alert "X": summary is not text', "write a value of its type", ofAlert({ summary: untyped(5) })],
];

test.each(metricsAndRules.map((row) => [row[0], row] as const))("%s", (_, row) => {
  expect(problemIn(row[2])).toBe(problemText(row));
});
