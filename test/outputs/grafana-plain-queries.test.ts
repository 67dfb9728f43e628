import { describe, expect, it } from "vitest";
import { plainQueries } from "../../generators/outputs/grafana/plain-queries.ts";
import type { DashboardModel } from "../../generators/model/dashboard-model.ts";
import { dashboard, panel } from "./small-dashboard.ts";
import { place } from "./small-model.ts";
import { analysisOf } from "./small-rules.ts";
import { orders } from "./written-panel.ts";

const variables: DashboardModel["variables"] = [
  {
    name: "instance",
    title: "Server",
    query: "label_values(shop_orders, instance)",
    selector: 'shop_orders{job="shop"}',
    label: "instance",
    multiple: true,
    place,
  },
];

function plain(expr: string): string | undefined {
  const [query] = panel(orders).queries;
  const queries = query ? [{ ...query, expr }] : [];
  return plainQueries(dashboard([panel(orders, { queries })], { variables }))[0]?.expr;
}

describe("a query without Grafana's variables", () => {
  it.each([
    { expr: "rate(x[$__rate_interval])", expected: "rate(x[5m])" },
    { expr: "rate(x[${__rate_interval}])", expected: "rate(x[5m])" },
    { expr: "increase(x[$__range]) / $__range_s", expected: "increase(x[5m]) / 300" },
    { expr: "x[$__range:$__interval]", expected: "x[5m:5m]" },
    { expr: "x / $__interval_ms", expected: "x / 300000" },
    { expr: 'x{instance=~"$instance"}', expected: 'x{instance=~"x"}' },
    { expr: 'x{instance=~"${instance}"}', expected: 'x{instance=~"x"}' },
    { expr: 'x{instance=~"${instance:regex}"}', expected: 'x{instance=~"x"}' },
    { expr: 'x{status=~"^5..$"}', expected: 'x{status=~"^5..$"}' },
    { expr: "rate(x[$window])", expected: "rate(x[$window])" },
  ])("$expr is $expected", ({ expr, expected }) => {
    expect(plain(expr)).toBe(expected);
  });
});

describe("the plain queries of a dashboard", () => {
  it("are those of its panels, its annotations and its variables, each with its owner and place", () => {
    const annotationPlace = { ...place, line: 7 };
    const model = dashboard([panel(orders), panel(orders, { title: "Since", unit: "timestamp" })], {
      variables,
      annotations: [
        {
          name: "Deployments",
          expr: 'changes(shop_start{instance=~"$instance"}[1m]) > 0',
          analysis: analysisOf(),
          color: "blue",
          text: "started",
          place: annotationPlace,
        },
      ],
    });
    expect(plainQueries(model)).toEqual([
      { what: 'panel "shop_orders", query A', expr: "shop_orders", place },
      // As Grafana asks it, and not as the model has it.
      { what: 'panel "Since", query A', expr: "1000 * (shop_orders)", place },
      {
        what: 'annotation "Deployments"',
        expr: 'changes(shop_start{instance=~"x"}[1m]) > 0',
        place: annotationPlace,
      },
      { what: 'variable "instance"', expr: 'shop_orders{job="shop"}', place },
    ]);
  });
});
