import {
  barGauge,
  gaugePanel,
  heatmap,
  linkedAlerts,
  number,
  pieChart,
  rawPanel,
  query,
  stat,
  stateTimeline,
  table,
  text,
  timeSeries,
} from "signalbox";
import type { Variable } from "../../../generators/language/variable.ts";
import type { Given } from "./given.ts";
import type { Jobs } from "./jobs.ts";
import type { Metrics } from "./metrics.ts";
import type { Rules } from "./rules.ts";

const titled = { description: "What it shows.", width: 12, height: 8, links: [] } as const;

const itsLine = {
  color: "red",
  dashed: true,
  width: 2,
  fill: 0,
  below: true,
  axis: "right",
  stacked: false,
  inLegend: false,
} as const;

/** One of each kind, and more stats: of alerts, and of what is up. */
export function panelsOf(given: Given, jobs: Jobs, metrics: Metrics, rules: Rules, server: Variable) {
  return [
    ...withThresholds(given, rules),
    ...ofNow(given, metrics, rules),
    ...ofTills(given, metrics, server),
    ...ofManySeries(given, metrics, rules),
    ...ofStates(given, jobs),
  ];
}

function withThresholds(given: Given, { recordings: { orderRate }, alerts }: Rules) {
  return [
    timeSeries(
      given("timeSeries", {
        ...titled,
        title: "Orders",
        queries: [
          query(
            orderRate,
            given("query", {
              legend: "{{instance}}",
              line: itsLine,
            }),
          ),
        ],
        unit: "count/s",
        decimals: 1,
        min: 0,
        max: 10,
        stacked: false,
        step: "1m",
        legend: { as: "list", at: "right", values: ["mean"] },
        tooltip: "one series",
        fill: 0,
        lineWidth: 2,
        gaps: "bridged",
        thresholds: [alerts.FewOrders, { value: 5, color: "green", side: "above" }],
        links: [{ title: "Guide", url: "https://docs.shop.internal/guide", time: true }],
      }),
    ),
  ];
}

function ofNow(given: Given, { sales }: Metrics, { alerts }: Rules) {
  const queueLeft = number(given("number before", 100))
    .sub(sales.shop_queue_length)
    .withLabel(given("constant label", "tier"), given("value of a constant label", "web"));
  return [
    stat(
      given("stat", {
        ...titled,
        title: "Who waits",
        queries: [sales.shop_queue_length],
        valueNames: { 0: { text: "nobody", color: "green" } },
        thresholds: [alerts.LongQueue],
      }),
    ),
    gaugePanel(given("gaugePanel", { ...titled, title: "Queue", queries: [queueLeft], min: 0, max: 9 })),
  ];
}

function ofTills(given: Given, { tills }: Metrics, server: Variable) {
  return [
    barGauge(
      given("barGauge", {
        ...titled,
        title: "Coins",
        queries: [tills.shop_coins],
        repeat: { for: server, direction: "across", perRow: 2 },
      }),
    ),
    stateTimeline(
      given("stateTimeline", {
        ...titled,
        title: "State",
        queries: [tills.shop_till_state],
        valueNames: { 1: { text: "so", color: "green" } },
      }),
    ),
  ];
}

function ofManySeries(given: Given, { sales }: Metrics, { recordings: { orderRate } }: Rules) {
  return [
    heatmap(
      given("heatmap", {
        ...titled,
        title: "Answers",
        queries: [sales.shop_answer_seconds.bucket.rate("5m").sumBy("le").asVector()],
      }),
    ),
    table(
      given("table", {
        ...titled,
        title: "Servers",
        queries: [query(sales.shop_queue_length, { instant: true })],
        columns: {
          instance: "Server",
          Value: {
            title: "Waiting",
            unit: "orders",
            decimals: 1,
            width: 90,
            link: { title: "Its queue", url: "/d/queue?var-server=${__data.fields.Server}", time: true },
          },
        },
      }),
    ),
    pieChart(
      given("pieChart", {
        ...titled,
        title: "Channels",
        queries: [query(orderRate.sumBy("instance"), { instant: true })],
        shape: "donut",
        labels: ["percent"],
        legend: ["value"],
      }),
    ),
  ];
}

function ofStates(given: Given, { front }: Jobs) {
  return [
    stat(given("linked", { ...titled, title: "Alerts", queries: [linkedAlerts(given("linkedAlerts", {}))] })),
    stat(
      given("up", {
        ...titled,
        title: "Front",
        queries: [front.up],
        valueNames: { 1: { text: "up", color: "green" } },
      }),
    ),
    rawPanel(
      given("rawPanel", {
        ...titled,
        title: "Doors",
        reason: "No word draws a histogram.",
        json: {
          type: "histogram",
          datasource: { type: "prometheus", uid: "${DS_PROMETHEUS}" },
          targets: [{ refId: "B", expr: "up", legendFormat: "{{job}}", instant: true }],
          options: { bucketCount: 9 },
          fieldConfig: {
            defaults: { unit: "short" },
            overrides: [{ matcher: { id: "byName" }, properties: [] }],
          },
          transformations: [{ id: "merge", options: {} }],
        },
        queries: [front.up],
      }),
    ),
    text(given("text", { title: "Words", description: "What to know.", markdown: "Some *words*." })),
  ];
}
