import { annotation, dashboard, promql, query, row, timeSeries, variable, type Dashboard } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, orderRate, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "variables-are-known";
const channel = variable("channel", { title: "Channel", of: sales.shop_orders_total, label: "channel" });
const words = { title: "Orders", description: "For a test." };

function problems(more: Dashboard): string[] {
  return problemsOf(id, definitionsWith({ dashboards: { more } }));
}

function shown(expr: ReturnType<typeof promql>, parts: Partial<Dashboard> = {}): Dashboard {
  return {
    ...dashboard("shop-more", {
      title: "More of the shop",
      description: "For a test.",
      folder: "Shop",
      last: "6h",
      variables: [channel],
      rows: [row("More", [timeSeries({ ...words, queries: [query(expr)] })])],
    }),
    ...parts,
  };
}

test("a variable that the dashboard does not have is reported, with the one that is meant", () => {
  // misspelt
  const misspelt = shown(promql`sum(rate(shop_orders_total{job="shop-api", channel=~"$chanel"}[5m]))`);
  expect(problems(misspelt)).toEqual([
    `${at("misspelt")}: panel "Orders" names the variable $chanel, which dashboard "shop-more" does not have (did you mean 'channel'?) (${id})\n` +
      "  fix: write $channel, or add it to the dashboard's variables, with variable(…)",
  ]);
});

test("so is one with a format, as a window, and where there are no variables", () => {
  const formatted = promql`sum(rate(shop_orders_total{job="shop-api", channel=~"\${chanel:regex}"}[$window]))`;
  expect(problems(shown(formatted, { variables: [] }))).toEqual([
    expect.stringContaining("names the variable $chanel"),
    expect.stringContaining("names the variable $window"),
  ]);
});

test("so is one in the marks of a time axis, and in what another variable offers", () => {
  const plain = promql`sum(rate(shop_orders_total{job="shop-api"}[$__rate_interval]))`;
  const marks = annotation("Rushes", {
    expr: promql`max_over_time(instance:shop_orders:rate5m{instance="$server"}[$__rate_interval]) > 5`,
    color: "blue",
    text: "Rush",
  });
  expect(problems(shown(plain, { annotations: [marks] }))[0]).toContain(
    'annotation "Rushes" names the variable $server',
  );
  const up = api.up.where({ instance: "$server" });
  const instance = variable("instance", { title: "Instance", of: up, label: "instance" });
  expect(problems(shown(plain, { variables: [instance] }))[0]).toContain(
    'variable "instance" names the variable $server',
  );
});

test("nothing is reported of Grafana's own, of the data source, of its own variables and of what label_replace found", () => {
  const own = promql`rate(shop_orders_total{job="shop-api", channel=~"$channel|\${channel}|$datasource"}[$__rate_interval])`;
  expect(problems(shown(own))).toEqual([]);
  const found = promql`label_replace(${orderRate}, "server", "$1", "instance", "(.*):.*")`;
  expect(problems(shown(found))).toEqual([]);
});
