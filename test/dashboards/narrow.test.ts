import { describe, expect, it } from "vitest";
import { narrow, type Narrowing } from "../../generators/model/dashboards/narrow.ts";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { gaugeSeries } from "../targets/small-rules.ts";
import type { Node } from "../../generators/promql/tree.ts";
import { readingOf } from "../../generators/promql/reading.ts";
import { writtenAs } from "../promql/of-text.ts";

const both = new Map([
  ["instance", "*"],
  ["region", "*"],
] as const);
const catalogue = seriesCatalogue([
  gaugeSeries("shop_orders", { labels: both }),
  gaugeSeries("shop_visits_total", { type: "counter", labels: new Map([["instance", "*"]]) }),
  gaugeSeries("shop.stock", { labels: both }),
  gaugeSeries("ALERTS", { job: undefined, labels: both }),
  gaugeSeries("job:shop_orders:sum", { type: "recorded", job: undefined, labels: new Map() }),
]);

const instance: Narrowing = {
  name: "server",
  label: "instance",
  multiple: true,
  all: "anything",
  narrows: true,
};
const region: Narrowing = { ...instance, name: "region", label: "region" };
const one: Narrowing = { ...region, multiple: false, all: false };

function narrowed(expr: string, ...variables: readonly Narrowing[]): string {
  const change = (node: Node) => narrow(node, catalogue, variables);
  return readingOf(writtenAs(expr), { variables: true, change }).expr;
}

describe("a query of a dashboard with a variable", () => {
  it.each([
    {
      promise: "is narrowed where the metric has the label",
      expr: "shop_orders",
      expected: 'shop_orders{instance=~"$server"}',
    },
    {
      promise: "keeps the matchers that it has",
      expr: 'shop_orders{job="shop", region!="eu"}',
      expected: 'shop_orders{job="shop", region!="eu", instance=~"$server"}',
    },
    {
      promise: "is narrowed before the range and the offset",
      expr: "rate(shop_visits_total[$__rate_interval] offset 1h)",
      expected: 'rate(shop_visits_total{instance=~"$server"}[$__rate_interval] offset 1h)',
    },
    {
      promise: "is narrowed in every selector, however deep",
      expr: "sum(shop_orders) / sum by (region) (shop_orders) > max(shop_orders)",
      expected:
        'sum(shop_orders{instance=~"$server"}) / sum by (region) (shop_orders{instance=~"$server"}) > max(shop_orders{instance=~"$server"})',
    },
    {
      promise: "is narrowed in empty braces",
      expr: "shop_orders{}",
      expected: 'shop_orders{instance=~"$server"}',
    },
    {
      promise: "is narrowed where the metric is named in the braces",
      expr: '{"shop.stock"}',
      expected: '{"shop.stock", instance=~"$server"}',
    },
    {
      promise: "is narrowed where the metric is named by a matcher",
      expr: '{__name__="shop_orders"}',
      expected: '{__name__="shop_orders", instance=~"$server"}',
    },
    {
      promise: "is left alone where its author says which series are meant",
      expr: 'shop_orders{instance="a:80"}',
      expected: 'shop_orders{instance="a:80"}',
    },
    {
      promise: "is left alone where a recording has not the label",
      expr: "job:shop_orders:sum / sum(shop_orders)",
      expected: 'job:shop_orders:sum / sum(shop_orders{instance=~"$server"})',
    },
    {
      promise: "is left alone where it asks for alerts: one on a sum has no label to narrow by",
      expr: 'ALERTS{alertstate="firing"}',
      expected: 'ALERTS{alertstate="firing"}',
    },
    {
      promise: "is left alone where the metric is unknown, for a check to find",
      expr: "shop_ordres",
      expected: "shop_ordres",
    },
    {
      promise: "is left alone where it is no PromQL, for a check to find",
      expr: "sum(shop_orders",
      expected: "sum(shop_orders",
    },
    {
      promise: "asks for the same words in a string, and finds none there",
      expr: 'label_replace(vector(1), "a", "shop_orders", "", "")',
      expected: 'label_replace(vector(1), "a", "shop_orders", "", "")',
    },
  ])("$promise", ({ expr, expected }) => {
    expect(narrowed(expr, instance)).toBe(expected);
  });

  it("is compared with the one value that can be chosen, also where its author has a pattern of nothing else", () => {
    expect(narrowed("shop_orders", one, instance)).toBe('shop_orders{region="$region", instance=~"$server"}');
    expect(narrowed('shop_orders{region=~"$region"} - shop_orders{region!~"${region}"}', one)).toBe(
      'shop_orders{region="$region"} - shop_orders{region!="${region}"}',
    );
    expect(narrowed('shop_orders{region=~"eu-$region"}', one)).toBe('shop_orders{region=~"eu-$region"}');
    expect(narrowed('shop_orders{region=~"$region"}', region)).toBe('shop_orders{region=~"$region"}');
  });

  it("takes a pattern for one value or all, and leaves what its author wrote so", () => {
    const oneOrAll: Narrowing = { ...one, all: "anything" };
    expect(narrowed("shop_orders", oneOrAll)).toBe('shop_orders{region=~"$region"}');
    expect(narrowed('shop_orders{region=~"$region"}', oneOrAll)).toBe('shop_orders{region=~"$region"}');
  });

  it("is not narrowed by a variable that must be named", () => {
    const quiet: Narrowing = { ...one, narrows: false };
    expect(narrowed("shop_orders", quiet)).toBe("shop_orders");
    expect(narrowed('shop_orders{region=~"$region"}', quiet)).toBe('shop_orders{region="$region"}');
  });

  it("has a matcher for each variable whose label the metric has", () => {
    expect(narrowed("shop_orders + shop_visits_total", region, instance)).toBe(
      'shop_orders{region=~"$region", instance=~"$server"} + shop_visits_total{instance=~"$server"}',
    );
  });

  it("has the label `job` when it is of a job", () => {
    const job: Narrowing = { ...instance, name: "job", label: "job" };
    expect(narrowed("shop_orders + job:shop_orders:sum", job)).toBe(
      'shop_orders{job=~"$job"} + job:shop_orders:sum',
    );
  });

  it("stays as it is without variables", () => {
    expect(narrowed("shop_orders")).toBe("shop_orders");
  });
});
