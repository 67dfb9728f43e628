import {
  alert,
  counter,
  dashboard,
  histogram,
  inhibition,
  jsonEndpoint,
  jsonFields,
  leftOut,
  metrics,
  promql,
  recording,
  route,
  row,
  scrapeJob,
  stat,
  timeSeries,
  type Definitions,
} from "signalbox";
import { expect, test } from "vitest";
import { runChecks } from "../../generators/check.ts";
import { checks } from "../../generators/checks/index.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { allowingDefinitions } from "../../generators/model/allowing-definitions.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { definitionsWith, type Parts } from "./small-definitions.ts";
import { unrouted, smallPlatform } from "./small-platform.ts";
import { api, dashboardWith, orderRate, plainWords, sales } from "./small-shop.ts";

const words = { title: "Odd", description: "For a test." };
const board = { ...words, folder: "Shop", last: "6h" } as const;
const firing = (expr: Parameters<typeof alert>[0]["expr"]): Parts => ({
  alerts: { Odd: alert({ ...plainWords, expr }) },
});
const till = jsonEndpoint("till", {
  description: "For a test.",
  targets: ["http://localhost:8082"],
  sample: { items: [1, 2] },
});
const none = { alertname: [], severity: [], service: [], labels: { team: [], zone: /(?=a)/ } };

const odd: readonly (readonly [string, Definitions])[] = [
  ["no service", { platform: smallPlatform, services: [] }],
  [
    "a service of nothing",
    definitionsWith({
      jobs: { api: undefined },
      metrics: { sales: undefined },
      recordings: { orderRate: undefined },
      alerts: { FewOrders: undefined },
      dashboards: { overview: undefined },
    }),
  ],
  [
    "a platform of nothing but its root",
    definitionsWith({ platform: { severities: {}, receivers: {}, routing: route({ receiver: unrouted }) } }),
  ],
  [
    "matches of nothing",
    definitionsWith({
      platform: {
        routing: route({ receiver: unrouted, routes: [route({ match: none, receiver: unrouted })] }),
        inhibitions: { none: inhibition("none", { source: none, target: {}, equal: ["", "nothing"] }) },
      },
    }),
  ],
  ["a scalar that fires", definitionsWith(firing(promql`1`))],
  ["a text that fires", definitionsWith(firing(promql`"text"`))],
  ["a range that fires", definitionsWith(firing(promql`shop_orders_total[5m]`))],
  ["nothing that fires", definitionsWith(firing(promql``))],
  ["half of an expression", definitionsWith(firing(promql`sum by (`))],
  ["a selector without a name", definitionsWith(firing(promql`{job="shop-api"} > 1`))],
  [
    "a join of what nobody knows",
    definitionsWith(firing(promql`nobody / on (x) group_left (y) nothing > 1`)),
  ],
  ["numbers without end", definitionsWith(firing(promql`${orderRate} > Inf or ${orderRate} < NaN`))],
  [
    "recordings in a cycle",
    definitionsWith({
      recordings: {
        a: recording("job:a:sum", promql`sum by (job) (job:b:sum)`),
        b: recording("job:b:sum", promql`sum by (job) (job:a:sum)`),
      },
    }),
  ],
  [
    "panels of nothing",
    definitionsWith({
      dashboards: {
        more: dashboard("more", {
          ...board,
          rows: [
            row("", []),
            row("", [stat({ ...words, queries: [] }), timeSeries({ ...words, queries: [promql``] })]),
          ],
        }),
        wide: dashboardWith(
          stat({
            ...words,
            width: 24,
            at: { x: 23, y: 99 },
            queries: [orderRate, promql`${sales.shop_orders_total}`],
          }),
        ),
      },
    }),
  ],
  [
    "metrics without labels, and with labels of no value",
    definitionsWith({
      metrics: {
        bare: metrics({}, { bare_total: counter({ help: "" }) }),
        empty: metrics(api, {
          empty: histogram({ help: "", unit: "seconds", buckets: [1], labels: { kind: [], le: "*" } }),
        }),
      },
    }),
  ],
  [
    "a JSON endpoint without metrics",
    definitionsWith({ jobs: { till }, jsonFields: { till: jsonFields(till, { items: leftOut("a list") }) } }),
  ],
  [
    "jobs that are called alike",
    definitionsWith({
      jobs: {
        one: scrapeJob("shop-api", { description: "", targets: ["shop:1"] }),
        two: scrapeJob("shop-api", { description: "", targets: ["nowhere:2"] }),
      },
    }),
  ],
  [
    "words that are no words",
    definitionsWith({
      alerts: {
        Odd: alert({
          ...plainWords,
          labels: { severity: "{{" },
          summary: "{{ {{ }} }}",
          expr: orderRate.gt(1),
        }),
      },
    }),
  ],
];

test.each(odd)("no check fails over %s", (_, definitions) => {
  const model = testedModel(resolve(definitions).model);
  const problems = runChecks(checks, model, allowingDefinitions(model));
  // Whatever is found: every problem has its place, and is said in words.
  for (const { place, message, fix } of problems) {
    expect(place.file).toMatch(/^test\/checks\//);
    expect(`${message} ${fix}`).not.toMatch(/undefined|NaN|\[object/);
  }
});
