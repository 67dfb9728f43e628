// What Sloth (https://sloth.dev, its default plugin for Prometheus) generates for the same objective: 99.9 % of the orders over
// 30 days, not by phone. Written by hand from its templates, with the id labels of this SLO.
import type { RuleFile } from "../../generators/rule-tests/rule-test.ts";

const id = { sloth_id: "shop-web-orders", sloth_service: "shop", sloth_slo: "web-orders" };
const idMatchers = 'sloth_id="shop-web-orders", sloth_service="shop", sloth_slo="web-orders"';
/** (100 - 99.9) / 100 in binary floating point, as Sloth prints it. */
const budget = "0.0009999999999999432";

export const slothWindows = ["5m", "30m", "1h", "2h", "6h", "1d", "3d"] as const;

/** The share over a window, from the counters each time. */
const shares = slothWindows.map((window) => ({
  record: `slo:sli_error:ratio_rate${window}`,
  expr: `(sum(rate(shop_orders_total{job="shop-api",channel="phone"}[${window}]))) / (sum(rate(shop_orders_total{job="shop-api"}[${window}])))`,
  labels: { ...id, sloth_window: window },
}));

/** Over the whole time: the mean of the shares of five minutes, whatever happened in each. */
const whole = {
  record: "slo:sli_error:ratio_rate30d",
  expr: `sum_over_time(slo:sli_error:ratio_rate5m{${idMatchers}}[30d]) / ignoring (sloth_window) count_over_time(slo:sli_error:ratio_rate5m{${idMatchers}}[30d])`,
  labels: { sloth_window: "30d" },
};

const burning = `slo:sli_error:ratio_rate5m{${idMatchers}} / on(sloth_id, sloth_slo, sloth_service) group_left slo:error_budget:ratio{${idMatchers}}`;

/** What the dashboards of Sloth read; the last is only information. */
const metadata = [
  { record: "slo:objective:ratio", expr: "vector(0.9990000000000001)", labels: id },
  { record: "slo:error_budget:ratio", expr: "vector(1-0.9990000000000001)", labels: id },
  { record: "slo:time_period:days", expr: "vector(30)", labels: id },
  { record: "slo:current_burn_rate:ratio", expr: burning, labels: id },
  {
    record: "slo:period_burn_rate:ratio",
    expr: burning.replace("ratio_rate5m", "ratio_rate30d"),
    labels: id,
  },
  {
    record: "slo:period_error_budget_remaining:ratio",
    expr: `1 - slo:period_burn_rate:ratio{${idMatchers}}`,
    labels: id,
  },
  { record: "sloth_slo_info", expr: "vector(1)", labels: { ...id, sloth_objective: "99.9" } },
];

const above = (window: string, factor: number) =>
  `max(slo:sli_error:ratio_rate${window}{${idMatchers}} > (${factor} * ${budget})) without (sloth_window)`;
const branch = (short: string, long: string, factor: number) =>
  `(${above(short, factor)} and ${above(long, factor)})`;

/** Neither has a `for`. */
export const slothPage = {
  alert: "SlothPage",
  expr: `${branch("5m", "1h", 14.4)} or ${branch("30m", "6h", 6)}`,
  labels: { sloth_severity: "page" },
};
export const slothTicket = {
  alert: "SlothTicket",
  expr: `${branch("2h", "1d", 3)} or ${branch("6h", "3d", 1)}`,
  labels: { sloth_severity: "ticket" },
};

export const slothRules: RuleFile = {
  groups: [
    { name: "sloth-slo-sli-recordings", interval: "30s", rules: [...shares, whole] },
    { name: "sloth-slo-meta-recordings", interval: "30s", rules: metadata },
    { name: "sloth-slo-alerts", interval: "30s", rules: [slothPage, slothTicket] },
  ],
};
