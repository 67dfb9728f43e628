import {
  dashboard,
  logSource,
  pieChart,
  question,
  receiver,
  route,
  runbook,
  secretFile,
  service,
  severity,
  variable,
  webhook,
} from "signalbox";
import { expect, test } from "vitest";
import { critical, low, onCall, smallLogs, unrouted } from "../checks/small-platform.ts";
import { api, dashboardWith } from "../checks/small-shop.ts";
import { runbookWords } from "../checks/small-runbook.ts";
import {
  description,
  durationFix,
  labelFix,
  nameFix,
  ofContainer,
  ofDashboard,
  ofPanel,
  ofPie,
  panel,
  ofPrometheus,
  page,
  problemIn,
  problemText,
  untyped,
  type Malformed,
} from "./malformed.ts";

const dashboards: readonly Malformed[] = [
  [
    'dashboard "a b": uid is "a b"',
    "use at most 40 letters, digits, - and _",
    { dashboards: { x: dashboard("a b", page) } },
  ],
  [
    `dashboard "${"x".repeat(41)}": uid is "${"x".repeat(41)}"`,
    "use at most 40 letters, digits, - and _",
    { dashboards: { x: dashboard("x".repeat(41), page) } },
  ],
  [
    'dashboard "x": folder is "a/b"',
    "name one folder, without / or \\, not starting with a dot",
    ofDashboard({ folder: "a/b" }),
  ],
  [
    'dashboard "x": folder is ".."',
    "name one folder, without / or \\, not starting with a dot",
    ofDashboard({ folder: ".." }),
  ],
  ['dashboard "x": last is "0h", but must be longer than 0', durationFix, ofDashboard({ last: "0h" })],
  ['dashboard "x": refresh is "0s", but must be longer than 0', durationFix, ofDashboard({ refresh: "0s" })],
  ...["datasource", "1st", "a-b", ""].map((name): Malformed => [
    `dashboard "x": variables.0.name is "${name}"`,
    "use letters, digits and _, starting with a letter; every dashboard chooses its data source by $datasource already",
    ofDashboard({ variables: [variable(name, { title: "Shop", of: api.up, label: "instance" })] }),
  ]),
  ['dashboard "x": rows is []', "add a row with a panel", ofDashboard({ rows: [] })],
  ['panel "P": width is 25', "write 1 to 24 columns", ofPanel({ width: 25 })],
  ['panel "P": height is 0.5', "write a whole number of 1 or more", ofPanel({ height: 0.5 })],
  ['panel "P": shape does not fit its type', "write a value of its type", ofPie({ shape: untyped("ring") })],
  [
    'panel "P": labels.0 does not fit its type',
    "write a value of its type",
    ofPie({ labels: [untyped("share")] }),
  ],
  [
    'dashboard "shop-more": rows.0.panels.0.type does not fit its type',
    "write a value of its type",
    { dashboards: { x: dashboardWith(untyped({ ...pieChart(panel), type: "sundial" })) } },
  ],
  ['panel "P": at.x is -1', "write a whole number of 0 or more", ofPanel({ at: { x: -1, y: 0 } })],
  [
    'log source "Shop": id is "Shop"',
    nameFix,
    { logs: { x: logSource("Shop", { description, files: ["a.log"], format: "level lines" }) } },
  ],
  ...["/var/log/a.log", "../a.log", "a b.log"].map((file): Malformed => [
    `log source "x": files.0 is "${file}"`,
    "write a path below the log folder",
    { logs: { x: logSource("x", { description, files: [file], format: "level lines" }) } },
  ]),
];

const ofRunbook = (options: object): Malformed[2] => ({
  runbooks: { x: runbook({ ...runbookWords, title: "X", ...options }) },
});
const runbooks: readonly Malformed[] = [
  ['runbook "…": title is "…"', "write it with letters or digits", ofRunbook({ title: "…" })],
  ['runbook "X": questions is []', "say how to confirm it, with question(…)", ofRunbook({ questions: [] })],
  [
    'runbook "X": questions.0.expr is not a PromQL expression',
    "write a PromQL expression",
    ofRunbook({ questions: [question(untyped("up"), { asks: "Up?", means: "1: yes." })] }),
  ],
  ['runbook "X": causes is []', "say what can cause it", ofRunbook({ causes: [] })],
  ['runbook "X": actions is []', "say what to do, most urgent first", ofRunbook({ actions: [] })],
  [
    'runbook "X": alerts.0 is not an object',
    "write a value of its type",
    ofRunbook({ alerts: ["ShopDown"] }),
  ],
];

test.each(runbooks.map((row) => [row[0], row] as const))("%s", (_, row) => {
  expect(problemIn(row[2])).toBe(problemText(row));
});

test.each(dashboards.map((row) => [row[0], row] as const))("%s", (_, row) => {
  expect(problemIn(row[2])).toBe(problemText(row));
});

const platforms: readonly Malformed[] = [
  [
    'service "My Shop": name is "My Shop"',
    nameFix,
    { services: [service("My Shop", { title: "S", description, owner: "Us", jobs: {}, metrics: {} })] },
  ],
  [
    'the platform\'s prometheus: retention is "0d", but must be longer than 0',
    durationFix,
    ofPrometheus({ retention: "0d" }),
  ],
  [
    "the platform's prometheus: retentionSizeGiB is 0",
    "write a size above 0",
    ofPrometheus({ retentionSizeGiB: 0 }),
  ],
  [
    'the deployment: containers.grafana.image is "grafana/grafana:latest"',
    "write a name with an exact tag, not latest, such as prom/prometheus:v3.13.2",
    ofContainer({ image: "grafana/grafana:latest" }),
  ],
  ["the deployment: containers.grafana.port is 0", "write a port from 1 to 65535", ofContainer({ port: 0 })],
  [
    "the deployment: containers.grafana.hostPort is 65536",
    "write a port from 1 to 65535",
    ofContainer({ hostPort: 65_536 }),
  ],
  [
    "the deployment: containers.grafana.memoryMiB is 8",
    "write a whole number of 16 or more",
    ofContainer({ memoryMiB: 8 }),
  ],
  [
    "the platform's logs: keepDays is 1.5",
    "write a whole number of 1 or more",
    { platform: { logs: { ...smallLogs, keepDays: 1.5 } } },
  ],
  [
    "the platform's logs: hosts is []",
    "name at least one host, or leave hosts out",
    { platform: { logs: { ...smallLogs, hosts: [] } } },
  ],
  [
    'the platform\'s logs: hosts.0 is "logstash.example.org:many"',
    "write host:port, such as localhost:8080",
    {
      platform: {
        // @ts-expect-error a port is a number
        logs: { output: "logstash", hosts: ["logstash.example.org:many"], timeZone: "Europe/Berlin" },
      },
    },
  ],
  [
    'the platform\'s logs: timeZone is "Europe/Berlni", which is not a time zone',
    'write a name of the IANA time zone database, such as "Europe/Berlin" or "UTC"',
    { platform: { logs: { ...smallLogs, timeZone: "Europe/Berlni" } } },
  ],
  [
    'the platform\'s prometheus: evaluationInterval is "0s", but must be longer than 0',
    durationFix,
    ofPrometheus({ evaluationInterval: "0s" }),
  ],
  [
    "the platform's prometheus: scrapeTimeout is longer than scrapeInterval",
    "make scrapeTimeout at most as long as scrapeInterval",
    ofPrometheus({ scrapeTimeout: "20s" }),
  ],
  [
    "the platform's prometheus: externalLabels.a.b is not a valid name",
    labelFix,
    ofPrometheus({ externalLabels: { "a.b": "c" } }),
  ],
  [
    'the route to "on-call": repeatInterval is "0s", but must be longer than 0',
    durationFix,
    {
      platform: {
        routing: route({ receiver: unrouted, routes: [route({ receiver: onCall, repeatInterval: "0s" })] }),
      },
    },
  ],
  [
    'severity "low": rank is 0',
    "write a whole number of 1 or more",
    { platform: { severities: { critical, low: severity("low", { ...low, rank: 0 }) } } },
  ],
  [
    'secret "A Hook": name is "A Hook"',
    "use lower-case letters, digits, _, - and .",
    {
      platform: {
        receivers: {
          onCall,
          unrouted,
          x: receiver("x", { description, notifiers: [webhook({ url: secretFile("A Hook", description) })] }),
        },
      },
    },
  ],
];

test.each(platforms.map((row) => [row[0], row] as const))("%s", (_, row) => {
  expect(problemIn(row[2])).toBe(problemText(row));
});
