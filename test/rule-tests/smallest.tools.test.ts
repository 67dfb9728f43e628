import { alert, gauge, holds, metrics, scrapeJob, service } from "signalbox";
import { expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { ruleTestOfAlert } from "../../generators/rule-tests/test-of-alert.ts";
import { low, smallPlatform } from "../checks/small-platform.ts";
import { failuresOf } from "./promtool.ts";

const api = scrapeJob("shop-api", { description: "The shop's program.", targets: ["localhost:8080"] });
const shop = metrics(api, { shop_open: gauge({ help: "1 when it is open.", unit: "bool" }) });
const Closed = alert({
  severity: low,
  component: "doors",
  expr: shop.shop_open.eq(0),
  for: "1m",
  scenario: holds(shop.shop_open, { ok: 1, firing: 0 }),
  summary: ({ labels, value }) => `${labels.instance} is closed: ${value}`,
  description: "It has been closed for a minute.",
  impact: "Nobody can buy.",
  actions: ["Open it."],
});

const { model } = resolve({
  platform: smallPlatform,
  services: [
    service("shop", {
      title: "Shop",
      description: "Where people buy.",
      owner: "Shop team",
      jobs: { api },
      metrics: { shop },
      alerts: { Closed },
    }),
  ],
});
const [closed] = model.alerts;
if (!closed) throw new Error("there is no alert");
const ruleTest = ruleTestOfAlert(closed, model);

const bad = 'shop_open{job="shop-api",instance="bad:9100"}';
const good = 'shop_open{job="shop-api",instance="good:9100"}';
const decoy = 'shop_open{job="another-job",instance="bad:9100"}';
const fires = {
  exp_labels: {
    job: "shop-api",
    instance: "bad:9100",
    severity: "low",
    service: "shop",
    component: "doors",
  },
  exp_annotations: {
    summary: "bad:9100 is closed: 0",
    description: "It has been closed for a minute.",
    impact: "Nobody can buy.",
    runbook_url: "https://docs.example.org/alerts/Closed.md",
  },
};
const labels = 'job="shop-api",instance="bad:9100",severity="low",service="shop",component="doors"';
const inState = (state: string) => `ALERTS{alertname="Closed",alertstate="${state}",${labels}}`;
const notFiring = (eval_time: string) => ({ eval_time, alertname: "Closed", exp_alerts: [] });
const nothing = (expr: string, eval_time: string) => ({ expr, eval_time, exp_samples: [] });
const neverIn = (window: string) => `count_over_time(ALERTS{alertname="Closed"}[${window}])`;
const is = (state: string, eval_time: string) => ({
  expr: `ALERTS{alertname="Closed",alertstate="${state}"}`,
  eval_time,
  exp_samples: [{ labels: inState(state), value: 1 }],
});

test("the tests of a small alert are these", () => {
  expect(ruleTest.testFile).toEqual({
    rule_files: ["rules/Closed.yml"],
    evaluation_interval: "30s",
    fuzzy_compare: true,
    group_eval_order: ["shop_alerts"],
    tests: [
      {
        name: "silent when all is well; from 4m: silent at the limit; from 8m: fires, then resolves; from 13m: silent when none of its series exist",
        interval: "30s",
        input_series: [
          // Between two scenes it is gone, and the rule sees that.
          { series: bad, values: "1x5 stale _ 1x5 stale _ 1x1 0x2 1x2 stale" },
          { series: decoy, values: "0x5 stale _x9 0x7 stale _ 0x5" },
          { series: good, values: "_x16 1x7 stale" },
        ],
        alert_rule_test: [
          notFiring("2m30s"),
          notFiring("6m30s"),
          { eval_time: "10m", alertname: "Closed", exp_alerts: [fires] },
          notFiring("15m30s"),
        ],
        promql_expr_test: [
          nothing(neverIn("3m"), "2m30s"),
          nothing(neverIn("3m"), "6m30s"),
          nothing(neverIn("1m"), "8m30s"),
          is("pending", "9m"),
          is("pending", "9m30s"),
          is("firing", "10m"),
          nothing('ALERTS{alertname="Closed"}', "10m30s"),
          nothing('ALERTS{alertname="Closed"}', "11m30s"),
          nothing(neverIn("3m"), "15m30s"),
        ],
      },
      {
        name: "holds through a failed scrape, and ends soon when its target is gone",
        // As often as its job is scraped.
        interval: "15s",
        input_series: [{ series: bad, values: "1x3 0x1 stale 0x4 stale _x2" }],
        promql_expr_test: [
          is("pending", "1m30s"),
          is("firing", "2m"),
          is("firing", "3m"),
          nothing('ALERTS{alertname="Closed"}', "3m30s"),
        ],
      },
    ],
  });
  expect(ruleTest.shows).toEqual([
    "silent when all is well",
    "silent at the limit",
    "fires, then resolves",
    "silent when none of its series exist",
    "holds through a failed scrape, and ends soon when its target is gone",
  ]);
});

test("the rules of a small alert are these", () => {
  expect(ruleTest.ruleFile).toEqual({
    groups: [
      {
        name: "shop_alerts",
        interval: "30s",
        rules: [
          {
            alert: "Closed",
            expr: 'last_over_time(shop_open{job="shop-api"}[45s]) == 0',
            for: "1m",
            labels: { severity: "low", service: "shop", component: "doors" },
            annotations: {
              ...fires.exp_annotations,
              summary: "{{ $labels.instance }} is closed: {{ $value | humanize }}",
            },
          },
        ],
      },
    ],
  });
});

test("the timeline of a small alert are these", () => {
  expect(ruleTest.traces[0]?.timeline).toEqual({
    stepMs: 30_000,
    badMs: 60_000,
    soonestMs: 60_000,
    onsetMs: 60_000,
    firingMs: 120_000,
    wellMs: 150_000,
    clearMs: 150_000,
    resolvedMs: 150_000,
    endMs: 210_000,
  });
});

test("promtool finds that they hold", async () => {
  expect(await failuresOf(ruleTest)).toBe("");
});
