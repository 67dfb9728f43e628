import { describe, expect, it } from "vitest";
import {
  barGauge,
  gaugePanel,
  heatmap,
  linkedAlerts,
  percent,
  promql,
  query,
  stat,
  stateTimeline,
  table,
  text,
  timeSeries,
  type RuleDuration,
} from "signalbox";
import { lines } from "../targets/small-dashboard.ts";
import { fewHits, fewHitsModel, resolvedPanel, shop } from "./small-shop.ts";

const words = { title: "Panel", description: "What it shows." };

describe("the queries of a panel", () => {
  it("are named in the order of the panel", () => {
    const { shop_orders, shop_visits_total } = shop;
    const panel = resolvedPanel(
      timeSeries({ ...words, queries: [shop_orders, query(shop_visits_total.rate("$__rate_interval"))] }),
    );
    expect(panel?.queries.map(({ refId, expr }) => `${refId}: ${expr}`)).toEqual([
      "A: shop_orders",
      "B: rate(shop_visits_total[$__rate_interval])",
    ]);
  });

  it("have the legend that their author gives, else none, for Grafana to name the labels", () => {
    const panel = resolvedPanel(
      timeSeries({
        ...words,
        queries: [query(shop.shop_orders, { legend: ($) => `on ${$.instance}` }), shop.shop_orders],
      }),
    );
    expect(panel?.queries.map(({ legend }) => legend)).toEqual(["on {{instance}}", undefined]);
  });

  it("have the panel's title as legend when one query gives one series", () => {
    const panel = resolvedPanel(timeSeries({ ...words, queries: [shop.shop_orders.sum()] }));
    expect(panel?.queries.map(({ legend }) => legend)).toEqual(["Panel"]);
  });

  it("ask for the value of now in a table and of a single number, unless its author wants the history of that", () => {
    const instant = { expr: shop.shop_orders, columns: { instance: "Server" } };
    expect(resolvedPanel(table({ ...words, ...instant, queries: [instant.expr] }))?.queries[0]?.instant).toBe(
      true,
    );
    for (const word of [stat, gaugePanel, barGauge]) {
      expect(resolvedPanel(word({ ...words, queries: [instant.expr] }))?.queries[0]?.instant).toBe(true);
    }
    const past = query(instant.expr, { instant: false });
    expect(resolvedPanel(stat({ ...words, queries: [past] }))?.queries[0]?.instant).toBe(false);
    expect(resolvedPanel(gaugePanel({ ...words, queries: [past] }))?.queries[0]?.instant).toBe(true);
  });

  it("ask for the history where they are drawn over time, unless their author says otherwise", () => {
    const { shop_orders: orders } = shop;
    expect(resolvedPanel(timeSeries({ ...words, queries: [orders] }))?.queries[0]?.instant).toBe(false);
    const now = query(orders, { instant: true });
    expect(resolvedPanel(timeSeries({ ...words, queries: [now] }))?.queries[0]?.instant).toBe(true);
  });

  it("show the alerts that link to the dashboard, by their names", () => {
    const [asked] = resolvedPanel(stat({ ...words, queries: [linkedAlerts()] }))?.queries ?? [];
    expect(asked).toMatchObject({
      expr: 'ALERTS{alertstate="firing", alertname=~"FewHits|ManyOrders"}',
      instant: true,
      showsLinkedAlerts: true,
    });
  });

  it("say what their author says that it means when they are empty", () => {
    const [orders, late] = [shop.shop_orders, query(shop.shop_orders, { emptyMeans: "Nothing is late." })];
    const panel = resolvedPanel(stat({ ...words, queries: [orders, late] }));
    expect(panel?.queries.map(({ emptyMeans }) => emptyMeans)).toEqual([undefined, "Nothing is late."]);
  });

  it("stand where their text is written, else where the query is, else where the panel is", () => {
    const asText = promql`shop_orders > 1`;
    const asQuery = query(asText);
    const asHandle = query(shop.shop_orders);
    const panel = stat({ ...words, queries: [asText, asQuery, asHandle, shop.shop_orders] });
    const line = asQuery.place.line;
    expect(resolvedPanel(panel)?.queries.map(({ place }) => place.line)).toEqual([
      line - 1,
      line - 1,
      line + 1,
      line + 2,
    ]);
  });
});

describe("the unit of a panel", () => {
  it.each([
    { promise: "is that of its query", queries: [shop.shop_memory_bytes], expected: "bytes" },
    {
      promise: "is that of the first query that has one",
      queries: [promql`vector(1)`, shop.shop_hit_ratio],
      expected: "ratio",
    },
    {
      promise: "is found in PromQL that is text",
      queries: [promql`max(shop_memory_bytes)`],
      expected: "bytes",
    },
    { promise: "is none where nobody can tell", queries: [promql`vector(1)`], expected: "none" },
  ])("$promise", ({ queries, expected }) => {
    expect(resolvedPanel(stat({ ...words, queries }))?.unit).toBe(expected);
  });

  it("is what its author says", () => {
    expect(resolvedPanel(stat({ ...words, queries: [shop.shop_orders], unit: "baskets" }))?.unit).toBe(
      "baskets",
    );
  });

  it("of a heatmap is what was observed, while its query counts", () => {
    const buckets = shop.shop_latency_seconds.bucket.increase("$__rate_interval").sumBy("le").asVector();
    const panel = resolvedPanel(heatmap({ ...words, queries: [buckets] }));
    expect(panel?.unit).toBe("seconds");
    expect(panel?.queries[0]?.unit).toBe("count");
  });
});

describe("the thresholds of a panel", () => {
  it("are those of its alerts and its lines, in the panel's unit", () => {
    const panel = resolvedPanel(
      barGauge({
        ...words,
        queries: [shop.shop_hit_ratio],
        unit: "percent",
        thresholds: [fewHits, { value: percent(80), color: "orange", side: "below" }],
      }),
    );
    expect(panel?.alerts).toEqual([fewHitsModel]);
    expect(panel?.thresholds).toEqual([
      { value: undefined, color: "red" },
      { value: 50, color: "orange" },
      { value: 80, color: "green" },
    ]);
  });

  it("leave out an alert that measures something else, but name it, for a check to find", () => {
    const panel = resolvedPanel(stat({ ...words, queries: [shop.shop_memory_bytes], thresholds: [fewHits] }));
    expect(panel?.thresholds).toEqual([]);
    expect(panel?.alerts).toEqual([fewHitsModel]);
  });
});

describe("the interval of a panel", () => {
  it("is that of a job which is scraped more seldom than usual", () => {
    expect(resolvedPanel(stat({ ...words, queries: [promql`shop_orders + shop_stock`] }))?.interval).toBe(
      "1m",
    );
  });

  it("is the step that its author wants, unless the job is scraped more seldom", () => {
    const intervalOf = (step: RuleDuration, expr: ReturnType<typeof promql>) =>
      resolvedPanel(stat({ ...words, queries: [expr], step }))?.interval;
    expect(intervalOf("2m", promql`shop_orders + shop_stock`)).toBe("2m");
    expect(intervalOf("30s", promql`shop_orders + shop_stock`)).toBe("1m");
    expect(intervalOf("30s", promql`shop_orders`)).toBe("30s");
  });

  it("is not said otherwise", () => {
    expect(resolvedPanel(stat({ ...words, queries: [shop.shop_orders] }))?.interval).toBeUndefined();
  });
});

describe("what the type of a panel adds", () => {
  it("is kept", () => {
    const queries = [shop.shop_orders];
    expect(resolvedPanel(timeSeries({ ...words, queries, stacked: true }))?.own).toEqual({
      ...lines,
      stacked: true,
      fill: 40,
    });
    expect(resolvedPanel(timeSeries({ ...words, queries }))?.own).toEqual(lines);
    const columns = { instance: "Server" };
    expect(resolvedPanel(table({ ...words, queries, columns }))?.own).toEqual({ columns });
    const valueNames = { 0: { text: "closed", color: "red" } } as const;
    expect(resolvedPanel(stateTimeline({ ...words, queries, valueNames }))?.valueNames).toEqual(valueNames);
  });

  it("is nothing to ask for a text", () => {
    expect(resolvedPanel(text({ ...words, markdown: "# Hello" }))).toMatchObject({
      type: "text",
      own: { markdown: "# Hello" },
      queries: [],
      unit: undefined,
      thresholds: [],
    });
  });
});
