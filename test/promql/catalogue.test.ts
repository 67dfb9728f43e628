// Two jobs may export the same name: a selector must say which it means, unless it does not matter.
import { describe, expect, test } from "vitest";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { formatDiagnostic } from "../../generators/promql/analysis.ts";
import { series } from "./example-series.ts";
import { analyseText } from "./of-text.ts";

const catalogue = seriesCatalogue([
  series("hits_total", "counter", { cache: ["a", "b"] }, { job: "shop" }),
  series("hits_total", "counter", { route: "*" }, { job: "gate" }),
  series("queue", "gauge", { kind: ["x"] }, { job: "shop" }),
  series("queue", "gauge", { kind: ["y"] }, { job: "gate" }),
  series("lag", "gauge", {}, { job: "shop", unit: "seconds" }),
  series("lag", "gauge", {}, { job: "gate", unit: "milliseconds" }),
  series("size", "gauge", {}, { job: "shop" }),
  series("size", "counter", {}, { job: "gate" }),
  series("up", "gauge", {}, { unit: "bool" }),
  series("spare", "gauge", {}, { unit: "bytes" }),
  series("spare", "gauge", {}, { unit: "seats" }),
  series("free", "gauge", { disk: "*" }, { job: "shop", unit: "bytes" }),
  series("free", "gauge", { disk: "*", cluster: "*" }),
  series("job:errors:ratio", "recorded", { job: ["shop"] }, { unit: "ratio" }),
  series("job:load:max", "recorded", { tier: ["web"] }),
  series("job:load:max", "recorded", { tier: ["api"] }),
  series("job:use:max", "recorded", { tier: ["web"], zone: "*" }, { unit: "ratio" }),
  series("job:use:max", "recorded", { tier: ["api"] }, { unit: "bytes" }),
]);

function mistakesIn(text: string): string[] {
  return analyseText(text, catalogue).diagnostics.map(({ message }) => message);
}

test.each([
  [
    "rate(hits_total[5m])",
    'hits_total is exported by gate and shop with other labels; say which: {job="gate"}',
  ],
  [
    'rate(hits_total{job=~"gate|shop"}[5m])',
    'hits_total is exported by gate and shop with other labels; say which: {job="gate"}',
  ],
  ["lag > 5", 'lag is exported by gate and shop with other units; say which: {job="gate"}'],
  ["size > 5", 'size is exported by gate and shop with other types; say which: {job="gate"}'],
  [
    "spare > 5",
    "spare is declared several times for any job, with other units: write one declaration, with the labels and the unit that it has",
  ],
  ['queue{job="door"}', 'no job of {job="door"} exports queue; gate and shop do'],
  ['queue{job!~"gate|shop"}', 'no job of {job!~"gate|shop"} exports queue; gate and shop do'],
  ['queue{job!="dor"}', '{job!="dor"} leaves no job out; queue is exported by gate and shop'],
  [
    'rate(hits_total{job="gate",cache="a"}[5m])',
    "hits_total has no label 'cache'; it has job, instance, route",
  ],
  [
    "job:use:max > 5",
    "job:use:max is recorded by several rules with other units; say which of them, as each has its own labels",
  ],
  ['job:use:max{tier="api",zone="a"}', "job:use:max has no label 'zone'; it has job, instance, tier"],
  ['job:load:max{tier="wbe"}', "tier of job:load:max is never 'wbe'; it is one of web, api"],
  ['job:errors:ratio{job="gate"}', "job of job:errors:ratio is never 'gate'; it is one of shop"],
])("%s: %s", (text, message) => {
  expect(mistakesIn(text)).toEqual([message]);
});

test.each([
  'rate(hits_total{job="shop",cache="a"}[5m])',
  'rate(hits_total{job!="shop"}[5m])',
  'rate(hits_total{job=~"ga.*"}[5m])',
  'queue{kind=~"x|y"}',
  'lag{job="gate"} > 5',
  'up{job="anything"}',
  'up{job!="anything"}',
  "job:errors:ratio > 0.5",
  "job:load:max > 5",
  'job:load:max{tier=~"web|api"} > 5',
  'job:use:max{tier="web",zone="a"} > 0.5',
])("%s is fine", (text) => {
  expect(mistakesIn(text)).toEqual([]);
});

describe("the candidates of a selector", () => {
  test.each([
    ["queue", ["shop", "gate"]],
    ['queue{job="gate"}', ["gate"]],
    ['queue{job=~".*a.*"}', ["gate"]],
    ["up", [undefined]],
    // Of what a job declares it is known better than of what any may export.
    ['free{job="shop"}', ["shop"]],
    ['free{job="gate"}', [undefined]],
    ["free", [undefined]],
  ])("%s", (text, jobs) => {
    const [selector] = analyseText(text, catalogue).selectors;
    expect(selector?.series.map(({ job }) => job)).toEqual(jobs);
  });

  test("have the values of all of them", () => {
    const { labels } = analyseText("queue", catalogue).type;
    expect(labels?.get("kind")).toEqual(["x", "y"]);
    expect(labels?.get("job")).toEqual(["shop", "gate"]);
  });
});

test("a mistake is shown where it is, also in the second line", () => {
  const text = "up == 1\n  and on (job) queu > 0";
  const [mistake] = analyseText(text, catalogue).diagnostics;
  expect(mistake && formatDiagnostic(text, mistake)).toBe(
    `2:16: unknown metric 'queu' (did you mean 'queue'?)
    and on (job) queu > 0
                 ^^^^`,
  );
});
