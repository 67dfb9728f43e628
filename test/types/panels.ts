// Panels that cannot be. Each line under a `@ts-expect-error` must not compile.
import {
  barGauge,
  pieChart,
  stat,
  stateTimeline,
  table,
  text,
  timeSeries,
} from "../../generators/language/panel.ts";
import { linkedAlerts } from "../../generators/language/linked-alerts.ts";
import { rawPanel } from "../../generators/language/raw-panel.ts";
import { query } from "../../generators/language/query.ts";
import { errorRate5m, app } from "../language/example-metrics.ts";

const words = { title: "It", description: "What it shows." };
const whole = { ...words, queries: [errorRate5m] };
const states = { 0: { text: "Down", color: "red" } } as const;
pieChart(whole);
pieChart({ ...whole, shape: "donut", labels: ["name", "value", "percent"], legend: ["value", "percent"] });
pieChart({ ...whole, labels: [], legend: [], decimals: 1, unit: "requests/s" });
table({ ...words, queries: [linkedAlerts()], columns: {} });
stat({ ...words, queries: [query(errorRate5m, { instant: false })] });

// @ts-expect-error a query, and no expression: what links to a dashboard is no question of a rule
linkedAlerts().count();

// @ts-expect-error slices have the colours of their series
pieChart({ ...whole, thresholds: [{ value: 1, color: "red", side: "above" }] });
// @ts-expect-error slices have no axis that could begin somewhere
pieChart({ ...whole, min: 0 });
// @ts-expect-error nor end
pieChart({ ...whole, max: 1 });
// @ts-expect-error a state has no size
pieChart({ ...whole, valueNames: states });
// @ts-expect-error a pie adds its slices up by itself
pieChart({ ...whole, stacked: true });
// @ts-expect-error a shape that there is none of
pieChart({ ...whole, shape: "ring" });
// @ts-expect-error labels that a slice cannot have
pieChart({ ...whole, labels: ["share"] });
// @ts-expect-error the names are in the legend anyway
pieChart({ ...whole, legend: ["name"] });
// @ts-expect-error nothing to show
pieChart(words);
// @ts-expect-error nobody knows what it shows
pieChart({ title: "It", queries: [errorRate5m] });
// @ts-expect-error a counter means something only by its growth
pieChart({ ...words, queries: [app.http_requests_total] });
// @ts-expect-error a label that the series do not have
pieChart({ ...words, queries: [query(errorRate5m, { legend: ($) => $.nothing })] });

stateTimeline({ ...whole, valueNames: states });
// @ts-expect-error bands lie below each other
stateTimeline({ ...whole, stacked: true });
// @ts-expect-error a colour that there is none of
stateTimeline({ ...whole, valueNames: { 0: { text: "Down", color: "crimson" } } });

timeSeries({ ...whole, stacked: true });
// @ts-expect-error one number has nothing to be stacked on
stat({ ...whole, stacked: true });
// @ts-expect-error bars neither
barGauge({ ...whole, stacked: true });
// @ts-expect-error nobody said which columns
table(whole);
// @ts-expect-error a text asks nothing
text({ ...words, markdown: "Words.", queries: [errorRate5m] });

const reason = "No word draws a histogram.";
rawPanel({ ...words, reason, json: { type: "histogram", options: { bucketCount: 30, names: [null] } } });
rawPanel({ ...words, reason, json: { type: "histogram" }, queries: [errorRate5m] });
// @ts-expect-error nobody knows why it is JSON
rawPanel({ ...words, json: { type: "histogram" } });
// @ts-expect-error nobody knows what draws it
rawPanel({ ...words, reason, json: { options: {} } });
// @ts-expect-error a second title
rawPanel({ ...words, reason, json: { type: "histogram", title: "It" } });
// @ts-expect-error a second place
rawPanel({ ...words, reason, json: { type: "histogram", gridPos: { x: 0, y: 0, w: 1, h: 1 } } });
// @ts-expect-error no JSON
rawPanel({ ...words, reason, json: { type: "histogram", options: { calculate: () => 1 } } });
// @ts-expect-error its JSON says the unit
rawPanel({ ...words, reason, json: { type: "histogram" }, unit: "seconds" });

timeSeries({ ...whole, step: "1m", legend: { as: "list", at: "right", values: ["mean", "sum"] } });
timeSeries({ ...whole, tooltip: "one series", fill: 0, lineWidth: 2, gaps: "shown" });
// @ts-expect-error a value that a legend does not know
timeSeries({ ...whole, legend: { values: ["average"] } });
// @ts-expect-error Grafana's word for it
timeSeries({ ...whole, tooltip: "multi" });
// @ts-expect-error a number has no lines
stat({ ...whole, fill: 0 });
// @ts-expect-error no duration
timeSeries({ ...whole, step: "often" });

table({
  ...whole,
  columns: { endpoint: "Endpoint", Value: { title: "Errors", unit: "percent", decimals: 1, width: 90 } },
});
// @ts-expect-error a column that nobody can call
table({ ...whole, columns: { endpoint: { unit: "percent" } } });
// @ts-expect-error a column has no axis
table({ ...whole, columns: { Value: { title: "Errors", max: 1 } } });

timeSeries({
  ...whole,
  queries: [query(errorRate5m, { line: { color: "red", dashed: true, axis: "right" } })],
});
// @ts-expect-error a colour that there is none of
query(errorRate5m, { line: { color: "crimson" } });
// @ts-expect-error an axis below
query(errorRate5m, { line: { axis: "bottom" } });
