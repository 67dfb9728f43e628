import { annotation, dashboard, row, variable } from "signalbox";
import type { Given } from "./given.ts";
import type { Jobs } from "./jobs.ts";
import type { Metrics } from "./metrics.ts";
import { panelsOf } from "./panels.ts";
import type { Rules } from "./rules.ts";

export function dashboardsOf(given: Given, jobs: Jobs, metrics: Metrics, rules: Rules) {
  const server = serverOf(given, metrics);
  const panels = panelsOf(given, jobs, metrics, rules, server);
  const overview = dashboard(
    given("dashboard uid", "shop-overview"),
    given("dashboard", {
      title: "Shop overview",
      description: "Whether people buy.",
      folder: "Shop",
      tags: ["shop"],
      refresh: "30s",
      last: "6h",
      variables: [server],
      annotations: [rushesOf(given, rules)],
      links: [{ title: "Guide", url: "https://docs.shop.internal", time: false }],
      rows: [
        row(
          given("row title", "Sales"),
          given("panels", panels),
          given("row", { collapsed: false, repeatFor: server }),
        ),
      ],
    }),
  );
  return { overview };
}

function serverOf(given: Given, { sales }: Metrics) {
  return variable(
    given("variable name", "server"),
    given("variable", {
      title: "Server",
      of: sales.shop_queue_length,
      label: "instance",
      multiple: true,
      all: "some value",
      first: "till-1",
      order: "falling",
      matching: /^till-(.+)/,
      hidden: true,
      narrows: false,
    }),
  );
}

function rushesOf(given: Given, { recordings: { orderRate } }: Rules) {
  return annotation(
    given("annotation name", "Rushes"),
    given("annotation", {
      expr: orderRate.maxOverTime("$__rate_interval").gt(100),
      color: "blue",
      text: "{{instance}} is busy",
    }),
  );
}
