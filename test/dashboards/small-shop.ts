import {
  alert,
  counter,
  dashboard,
  gauge,
  histogram,
  holds,
  metrics,
  percent,
  row,
  service,
  variable,
  type Dashboard,
} from "signalbox";
import type { LabelSpec } from "../../generators/language/label.ts";
import type { Panel } from "../../generators/language/panel.ts";
import type { DashboardModel } from "../../generators/model/dashboard-model.ts";
import type { PanelModel } from "../../generators/panels/panel-model.ts";
import type { DashboardSources } from "../../generators/model/dashboards/resolve-expression.ts";
import { resolveDashboards } from "../../generators/model/resolve-dashboards.ts";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { scrapeJob } from "../targets/small-jobs.ts";
import { critical, smallPlatform } from "../targets/small-model.ts";
import { alertModel, gaugeSeries } from "../targets/small-rules.ts";

const labels = new Map([["instance", "*"]] as const);

/** The metrics of a shop, as its authors write them. */
export const shop = metrics(
  { job: ["shop"], instance: "*" },
  {
    shop_orders: gauge({ help: "Open orders.", unit: "count" }),
    shop_memory_bytes: gauge({ help: "Memory.", unit: "bytes" }),
    shop_hit_ratio: gauge({ help: "Part of the hits.", unit: "ratio" }),
    shop_started: gauge({ help: "When it started.", unit: "timestamp" }),
    shop_visits_total: counter({ help: "Visits." }),
    shop_latency_seconds: histogram({ help: "Time to answer.", unit: "seconds", buckets: [0.1, 1] }),
  },
);

/** The same metrics as the catalogue has them; `shop_stock` is of a job that is scraped every minute. */
const catalogue = seriesCatalogue([
  gaugeSeries("shop_orders", { unit: "count", labels }),
  gaugeSeries("shop_memory_bytes", { unit: "bytes", labels }),
  gaugeSeries("shop_hit_ratio", { unit: "ratio", labels }),
  gaugeSeries("shop_started", { unit: "timestamp", labels }),
  gaugeSeries("shop_visits_total", { type: "counter", unit: "count", labels }),
  gaugeSeries("shop_latency_seconds_bucket", {
    type: "bucket",
    unit: "count",
    observed: "seconds",
    labels: new Map<string, LabelSpec>([
      ["instance", "*"],
      ["le", ["0.1", "1.0", "+Inf"]],
    ]),
  }),
  gaugeSeries("shop_stock", { labels, job: "shop-stock" }),
]);

/** Fires when hardly anything is found in the cache. */
export const fewHits = alert({
  severity: critical,
  component: "cache",
  expr: shop.shop_hit_ratio.lt(percent(50)),
  for: "5m",
  scenario: holds(shop.shop_hit_ratio, { ok: percent(90), limit: percent(50), firing: percent(48) }),
  summary: "Few hits",
  description: "The cache is of little use.",
  impact: "Pages are slow.",
  actions: ["Look at the cache."],
});
export const fewHitsModel = alertModel({
  name: "FewHits",
  threshold: { op: "<", value: 0.5, unit: "ratio", text: "50%" },
});

/** Narrows by instance. */
export const byInstance = variable("server", { title: "Server", of: shop.shop_orders, label: "instance" });

function sources(dashboards: Readonly<Record<string, Dashboard>>): DashboardSources {
  const shopService = service("shop", {
    title: "The shop",
    description: "Where people buy.",
    owner: "the shop's team",
    jobs: {},
    metrics: {},
    dashboards,
  });
  return {
    services: [shopService],
    platform: smallPlatform(),
    jobs: [scrapeJob(), scrapeJob({ name: "shop-stock", every: "1m", everyMs: 60_000 })],
    fill: (node) => node,
    catalogue,
    alertOf: (definition) => (definition === fewHits ? fewHitsModel : undefined),
  };
}

/** These dashboards, resolved. */
export function resolved(...dashboards: readonly Dashboard[]): DashboardModel[] {
  const named = Object.fromEntries(dashboards.map((one) => [one.uid, one]));
  return resolveDashboards(sources(named), () => () => ["FewHits", "ManyOrders"]);
}

/** A dashboard of these parts. */
export function shopDashboard(parts: Partial<Parameters<typeof dashboard>[1]> = {}): Dashboard {
  return dashboard("shop", {
    title: "Shop",
    description: "How the shop does.",
    folder: "Shop",
    last: "1h",
    rows: [],
    ...parts,
  });
}

/** A panel, resolved in a dashboard of its own. */
export function resolvedPanel(panel: Panel): PanelModel | undefined {
  return resolved(shopDashboard({ rows: [row("Overview", [panel])] }))[0]?.rows[0]?.panels[0];
}
