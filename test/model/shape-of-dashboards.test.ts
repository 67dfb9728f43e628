import { dashboard, logSource, pieChart, query, question, runbook } from "signalbox";
import { expect, test } from "vitest";
import { dashboardWith, orderRate } from "../checks/small-shop.ts";
import { runbookWords } from "../checks/small-runbook.ts";
import {
  description,
  durationFix,
  nameFix,
  ofDashboard,
  ofJson,
  ofPanel,
  ofPie,
  ofTable,
  panel,
  page,
  problemIn,
  problemText,
  untyped,
  type Malformed,
} from "./malformed.ts";

const typeFix = "write a value of its type";
const pluginFix = 'write the id of a plugin that draws panels, such as "histogram"';
const jsonFix =
  "leave it out: json has what Grafana knows of a panel; title, description, links, repeat, width and height are said beside it";
const onlyJsonFix = "write texts, finite numbers, true, false, null, lists and objects";

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
  ['dashboard "x": rows is []', "add a row with a panel", ofDashboard({ rows: [] })],
  ['panel "P": width is 25', "write 1 to 24 columns", ofPanel({ width: 25 })],
  ['panel "P": height is 0.5', "write 1 to 200 units of 30 pixels", ofPanel({ height: 0.5 })],
  ['panel "P": height is 201', "write 1 to 200 units of 30 pixels", ofPanel({ height: 201 })],
  ['panel "P": at.y is 10001', "write a whole number from 0 to 10000", ofPanel({ at: { x: 0, y: 10_001 } })],
  ['panel "P": decimals is -1', "write a whole number from 0 to 15", ofPanel({ decimals: -1 })],
  ['panel "P": decimals is 16', "write a whole number from 0 to 15", ofPanel({ decimals: 16 })],
  ['panel "P": max is not above min', "write a max that is above min", ofPanel({ min: 5, max: 5 })],
  [
    'panel "P": valueNames.Infinity is not a valid name',
    "write the number that the name is for",
    ofPanel({ valueNames: { [Infinity]: { text: "Endless", color: "red" } } }),
  ],
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
  ['panel "P": step is "0s", but must be longer than 0', durationFix, ofPanel({ step: "0s" })],
  ['panel "P": fill is 101', "write a percentage from 0 to 100", ofPanel({ fill: 101 })],
  ['panel "P": lineWidth is 1.5', "write 0 to 10 pixels", ofPanel({ lineWidth: 1.5 })],
  [
    'panel "P": columns.Value.width is 0',
    "write 1 to 4000 pixels",
    ofTable({ Value: { title: "V", width: 0 } }),
  ],
  [
    'panel "P": queries.0.line.width is 11',
    "write 0 to 10 pixels",
    ofPanel({ queries: [query(orderRate, { line: { width: 11 } })] }),
  ],
  ['panel "P": json.type is "row"', pluginFix, ofJson({ type: "row" })],
  ['panel "P": json.title is nothing to say here', jsonFix, ofJson({ type: "logs", title: "P" })],
  [
    'panel "P": json.nullPointMode is nothing to say here',
    jsonFix,
    ofJson({ type: "logs", nullPointMode: "null" }),
  ],
  [
    'panel "P": json.options.now is not JSON',
    onlyJsonFix,
    ofJson({ type: "logs", options: { now: () => 1 } }),
  ],
  ['panel "P": json.timeFrom.0 is not JSON', onlyJsonFix, ofJson({ type: "logs", timeFrom: [NaN] })],
  ['panel "P": json.targets is not an array', typeFix, ofJson({ type: "logs", targets: "A" })],
  [
    'panel "P": json.transformations.0.id is not a string',
    typeFix,
    ofJson({ type: "logs", transformations: [{}] }),
  ],
  [
    'panel "P": json.fieldConfig.overrides.0.properties is not an array',
    typeFix,
    ofJson({ type: "logs", fieldConfig: { overrides: [{ matcher: { id: "byName" } }] } }),
  ],
  ['panel "P": at.x is -1', "write a column from 0 to 23", ofPanel({ at: { x: -1, y: 0 } })],
  [
    'log source "Shop": id is "Shop"',
    nameFix,
    { logs: { x: logSource("Shop", { description, files: ["a.log"], format: "level lines" }) } },
  ],
  ...["/var/log/a.log", "../a.log", "a b.log"].map((file): Malformed => [
    `log source "x": files.0 is "${file}"`,
    "write the path of a file below the log folder, such as server.log or logs/*.log",
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
