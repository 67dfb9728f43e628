// What is deployed, in the real Prometheus: series that are born, targets that come and go, scrapes that fail.
import { expect, test } from "vitest";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { readText } from "../../generators/promql/read.ts";
import { robust } from "../../generators/promql/robust/robust.ts";
import { failuresOf } from "../rule-tests/promtool.ts";
import { series } from "./example-series.ts";

const catalogue = seriesCatalogue([
  series("refused_total", "counter", { reason: "*" }, { job: "shop" }),
  series("free", "gauge", {}, { job: "shop" }),
  series("up", "gauge", {}, { job: "shop" }),
  series("build_info", "gauge", { version: "*" }, { job: "shop" }),
]);
const scrapes = { catalogue, everyMs: () => 15_000, gapMs: () => undefined };

function deployed(expr: string, forMs: number): string {
  const { node } = readText(expr);
  if (!node) throw new Error(`not PromQL: ${expr}`);
  return robust({ node, expr }, { forMs, allow: {} }, scrapes).expr;
}

const rules = [
  { alert: "Burst", expr: deployed("sum by (instance) (increase(refused_total[1m])) > 50", 0) },
  { alert: "Rate", expr: deployed("rate(refused_total[1m]) > 1", 0) },
  { alert: "Few", expr: deployed("free < 5", 300_000), for: "5m" },
  {
    alert: "FewOfVersion",
    expr: deployed("free * on (instance) group_left (version) build_info < 5", 300_000),
    for: "5m",
  },
  {
    alert: "FewOfHighestVersion",
    expr: deployed(
      "free * on (instance) group_left (version) max by (instance, version) (build_info) < 5",
      300_000,
    ),
    for: "5m",
  },
  { alert: "TwoVersions", expr: deployed("count by (instance) (build_info) > 1", 30_000), for: "30s" },
  { alert: "OneVersion", expr: deployed("sum by (instance) (build_info) < 2", 300_000), for: "5m" },
  { alert: "FewUp", expr: deployed("free < 5 unless up == 0", 300_000), for: "5m" },
];

/** How often an alert fires in an hour in which a series of each of these names has these samples, one in 15 seconds. */
function firing(
  alert: string,
  samples: Readonly<Record<string, string>>,
  times: number | undefined,
  played: readonly Readonly<Record<string, unknown>>[] = rules,
) {
  const counted = `sum by (alertname) (count_over_time(ALERTS{alertname="${alert}",alertstate="firing"}[2h]))`;
  const expected = times === undefined ? [] : [{ labels: `{alertname="${alert}"}`, value: times }];
  return failuresOf({
    ruleFile: { groups: [{ name: "shop", interval: "30s", rules: played }] },
    testFile: {
      rule_files: ["rules.yml"],
      evaluation_interval: "30s",
      fuzzy_compare: true,
      group_eval_order: ["shop"],
      tests: [
        {
          name: alert,
          interval: "15s",
          input_series: Object.entries(samples).map(([name, values]) => {
            const [metric = name, own = name === "refused_total" ? ',reason="card"' : ""] = name.split("/");
            return { series: `${metric}{job="shop",instance="a"${own}}`, values };
          }),
          promql_expr_test: [{ expr: counted, eval_time: "1h", exp_samples: expected }],
        },
      ],
    },
  });
}

test.each([
  // As long as a window of a minute has a sample before the burst: two evaluations.
  ["a burst that makes its series", "Burst", { refused_total: "_x40 500x80", up: "1x120" }, 2],
  ["the same of a series that stood at 0", "Burst", { refused_total: "0x39 500x80", up: "1x120" }, 2],
  ["a burst of what nobody scrapes", "Burst", { refused_total: "_x40 500x80" }, 2],
  ["a burst soon after its target came", "Burst", { refused_total: "_x42 500x80", up: "_x40 1x120" }, 2],
  ["a burst that goes on by the second", "Rate", { refused_total: "_x40 90+30x40", up: "1x80" }, 22],
  [
    "few for long while it is up, with a failed scrape every 4 minutes",
    "FewUp",
    { free: "4x15 stale ".repeat(15), up: "1x15 0 ".repeat(15) },
    111,
  ],
  ["few for long, with a failed scrape every 4 minutes", "Few", { free: "4x15 stale ".repeat(15) }, 111],
])("%s is heard", async (_, alert, samples: Readonly<Record<string, string>>, times) => {
  expect(await firing(alert, samples, times)).toBe("");
});

test.each([
  ["FewOfVersion", 21 + 20],
  ["FewOfHighestVersion", 21 + 20],
  ["TwoVersions", undefined],
  // Without a pause: it says no version.
  ["OneVersion", 51],
])("%s bears a deployment and failed scrapes", async (alert, times) => {
  // One version for 62 samples, the next for 58; of each the scrape of an evaluation fails that it must outlast.
  const samples = {
    free: "4x41 stale 4x40 stale 4x34 stale",
    'build_info/,version="1"': "1x41 stale 1x18 stale",
    'build_info/,version="2"': "_x62 1x21 stale 1x34 stale",
  };
  // Of the first from 5m to 15m, of the next from 20m30s to 30m.
  expect(await firing(alert, samples, times)).toBe("");
});

const old = "1000000+1x20";
test.each([
  ["a target that is new", { refused_total: `_x40 ${old}`, up: "_x40 1x60" }],
  [
    "a target that comes back after one failed scrape",
    { refused_total: `${old} stale 1000021+1x20`, up: "1x20 0 1x60" },
  ],
  [
    "a target that comes back after 10 minutes",
    { refused_total: `${old} stale _x39 1000060+1x20`, up: "1x20 0x40 1x40" },
  ],
  ["a program that starts anew", { refused_total: "1000000x20 stale _x3 5x40", up: "1x20 0x3 1x60" }],
  ["a series that is missed once", { refused_total: `${old} stale 1000021+1x20`, up: "1x60" }],
  ["a Prometheus that did not run", { refused_total: `${old} _x20 1000040+1x20`, up: "1x20 _x20 1x40" }],
])("%s is no burst", async (_, samples: Readonly<Record<string, string>>) => {
  expect(await firing("Burst", samples, undefined)).toBe("");
});

const newTarget = { refused_total: `_x40 ${old}`, up: "_x40 1x60" };
const isBack = { refused_total: `${old} stale _x39 1000060+1x20`, up: "1x20 0x40 1x40" };

// What each part of the expression is there for: without it, this goes wrong.
test.each([
  [
    "the last value of the window",
    ["last_over_time(refused_total[1m])", "refused_total"],
    { refused_total: "_x40 500 500 stale 500x78", up: "1x42 0 1x80" },
    2,
  ],
  [
    "what was there before the window",
    [" unless last_over_time(refused_total[45s] offset 1m)", ""],
    { refused_total: `${old} stale 1000021+1x20`, up: "1x60" },
    undefined,
  ],
  [
    "45 seconds before the window",
    ["last_over_time(refused_total[45s] offset 1m)", "refused_total offset 1m"],
    { refused_total: "1000000+1x19 stale 1000021 stale 1000023+1x20", up: "1x19 0 1x60" },
    undefined,
  ],
  ["as often as its target", [/ unless count_over_time.*?up.*?\[1m\]\)/, ""], newTarget, undefined],
  ["scrapes that worked", ["sum_over_time(up", "count_over_time(up"], isBack, undefined],
  [
    "increase() of all others",
    [/ or increase\(.*?\]\)/, ""],
    { refused_total: "0x39 500x80", up: "1x120" },
    2,
  ],
] as const)("%s is needed", async (_, [part, instead], samples, times) => {
  const expr = deployed("sum by (instance) (increase(refused_total[1m])) > 50", 0);
  const without = expr.replace(part, instead);
  expect(without).not.toBe(expr);
  expect(await firing("Burst", samples, times)).toBe("");
  expect(await firing("Burst", samples, times, [{ alert: "Burst", expr: without }])).not.toBe("");
});

test("a target that is gone is forgotten within 45 seconds", async () => {
  // 5 minutes until it fires, 5 more, and one evaluation behind the last sample.
  expect(await firing("Few", { free: "4x40 stale" }, 12)).toBe("");
});
