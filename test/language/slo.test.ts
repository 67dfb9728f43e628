import { describe, expect, test } from "vitest";
import { nodeOf } from "../../generators/language/expression/expression.ts";
import { percent } from "../../generators/language/quantity.ts";
import { recordingOf } from "../../generators/language/recording.ts";
import { scenariosOf } from "../../generators/language/scenario.ts";
import { slo, type Slo } from "../../generators/language/slo/slo.ts";
import { printPromql } from "../../generators/promql/print.ts";
import { ordersAreSlow, plainSlo, queueIsLong } from "./example-slo.ts";
import { alertTexts } from "../../generators/model/alert-texts.ts";

const orders = slo("orders-taken", plainSlo);
const bothWindows = slo("orders-taken", { ...plainSlo, window: ["30d", "28d"] });
const queue = slo("queue", {
  ...plainSlo,
  objective: percent(95),
  indicator: queueIsLong,
  minimumTraffic: 0.1,
});

const rules = ({ recordings }: Slo) =>
  Object.values(recordings).flatMap((one) => {
    const rule = recordingOf(one);
    return rule ? [`${rule.name} = ${printPromql(rule.expression)}`] : [];
  });
const alertsOf = ({ alerts }: Slo) =>
  Object.entries(alerts).map(([name, { expr }]) => `${name}: ${printPromql(nodeOf(expr))}`);

describe("recordings", () => {
  test("what there is and what is bad, its share over each window of the alerts, and what is left of the budget", () => {
    const mean = (window: string, least: string) =>
      `avg_over_time(job:orders_taken_bad:rate1m[${window}]) / (avg_over_time(job:orders_taken_total:rate1m[${window}]) > ${least})`;
    expect(rules(orders)).toEqual([
      'job:orders_taken_total:rate1m = sum by (job) (rate(orders_total{job="shop-api"}[1m])) or sum by (job) (up{job="shop-api"}) * 0',
      'job:orders_taken_bad:rate1m = sum by (job) (rate(orders_total{job="shop-api", status="500"}[1m])) or job:orders_taken_total:rate1m * 0',
      ...["5m", "30m", "1h", "2h", "6h", "1d", "3d"].map(
        (window) => `job:orders_taken_bad:ratio_${window} = ${mean(window, "0.5")}`,
      ),
      `job:orders_taken_bad:ratio_30d = ${mean("30d", "0")}`,
      "job:orders_taken_budget:left_30d = 1 - job:orders_taken_bad:ratio_30d / 0.001",
    ]);
  });

  test("rates over a longer time fit a job that is scraped seldom; over a window of the alerts they are its share", () => {
    expect(rules(slo("orders", { ...plainSlo, rateOver: "5m" })).slice(0, 4)).toEqual([
      'job:orders_total:rate5m = sum by (job) (rate(orders_total{job="shop-api"}[5m])) or sum by (job) (up{job="shop-api"}) * 0',
      'job:orders_bad:rate5m = sum by (job) (rate(orders_total{job="shop-api", status="500"}[5m])) or job:orders_total:rate5m * 0',
      "job:orders_bad:ratio_5m = job:orders_bad:rate5m / (job:orders_total:rate5m > 0.5)",
      "job:orders_bad:ratio_30m = avg_over_time(job:orders_bad:rate5m[30m]) / (avg_over_time(job:orders_total:rate5m[30m]) > 0.5)",
    ]);
  });

  test("time is no rate", () => {
    expect(rules(queue).slice(0, 3)).toEqual([
      'job:queue_total:count = count by (job) (queue_length{job="shop-api"}) or sum by (job) (up{job="shop-api"}) * 0',
      'job:queue_bad:count = count by (job) (queue_length{job="shop-api"} > 20) or job:queue_total:count * 0',
      "job:queue_bad:ratio_5m = avg_over_time(job:queue_bad:count[5m]) / (avg_over_time(job:queue_total:count[5m]) > 0.1)",
    ]);
  });

  test("of two windows only the budgets are recorded twice", () => {
    const names = rules(bothWindows).map((rule) => rule.split(" = ")[0]);
    expect(names).toHaveLength(13);
    expect(names.slice(9)).toEqual([
      "job:orders_taken_bad:ratio_30d",
      "job:orders_taken_bad:ratio_28d",
      "job:orders_taken_budget:left_30d",
      "job:orders_taken_budget:left_28d",
    ]);
  });

  test("stand in groups of the SLO's own, the budgets in a slower one", () => {
    const groups = Object.values(orders.recordings).map((one) => recordingOf(one)?.group);
    expect(new Set(groups.map((group) => `${group?.name} ${group?.every}`))).toEqual(
      new Set(["slo_orders_taken_recordings undefined", "slo_orders_taken_budgets 2m"]),
    );
  });
});

describe("alerts", () => {
  const both = (window: string, short: string, limit: string) =>
    `job:orders_taken_bad:ratio_${window} > ${limit} and job:orders_taken_bad:ratio_${short} > ${limit}`;

  test("page and ticket at the paces of the SRE workbook", () => {
    expect(alertsOf(orders)).toEqual([
      `OrdersTakenBurnsFast: ${both("1h", "5m", "14.4 * 0.001")} or ${both("6h", "30m", "6 * 0.001")}`,
      `OrdersTakenBurnsSlowly: ${both("1d", "2h", "3 * 0.001")} or ${both("3d", "6h", "1 * 0.001")}`,
    ]);
  });

  test("28 days are over sooner than 30, so each pace is less; the names say which", () => {
    expect(alertsOf(bothWindows).map((alert) => alert.split(":")[0])).toEqual([
      "OrdersTakenBurnsFast30d",
      "OrdersTakenBurnsSlowly30d",
      "OrdersTakenBurnsFast28d",
      "OrdersTakenBurnsSlowly28d",
    ]);
    expect(alertsOf(bothWindows).slice(2)).toEqual([
      `OrdersTakenBurnsFast28d: ${both("1h", "5m", "13.44 * 0.001")} or ${both("6h", "30m", "5.6 * 0.001")}`,
      `OrdersTakenBurnsSlowly28d: ${both("1d", "2h", "2.8 * 0.001")} or ${both("3d", "6h", "0.9333 * 0.001")}`,
    ]);
  });

  test("windows, paces, waiting and words can be others", () => {
    const page = {
      ...plainSlo.alerting.page,
      branches: [{ budget: percent(10), long: "12h", short: "1h" }],
      for: "3m",
      impact: "The shop earns nothing.",
      actions: ["Call the shop."],
    } as const;
    const own = slo("orders", { ...plainSlo, alerting: { ...plainSlo.alerting, page } });
    expect(alertsOf(own)[0]).toBe(
      "OrdersBurnsFast: job:orders_bad:ratio_12h > 6 * 0.001 and job:orders_bad:ratio_1h > 6 * 0.001",
    );
    expect(own.alerts["OrdersBurnsFast"]).toMatchObject({
      for: "3m",
      impact: "The shop earns nothing.",
      actions: ["Call the shop."],
    });
    // 5m and 30m are no longer asked for.
    expect(Object.keys(own.recordings).slice(2, 4)).toEqual([
      "job:orders_bad:ratio_1h",
      "job:orders_bad:ratio_2h",
    ]);
  });

  test("are told apart by SLO and pace, and fire after a moment", () => {
    expect(Object.values(orders.alerts)).toMatchObject([
      {
        severity: { name: "red" },
        component: "orders",
        for: "1m",
        labels: { slo: "orders-taken", burn: "fast" },
      },
      { severity: { name: "yellow" }, for: "5m", labels: { slo: "orders-taken", burn: "slow" } },
    ]);
  });

  test("say the objective, the paces, and when the budget is gone", () => {
    expect(orders.alerts["OrdersTakenBurnsSlowly"]).toMatchObject({
      description:
        "The objective is 99.9% over 30 days, so 0.1% may be bad. Bad was more than 3 times that over 1d and still over 2h (10% of the budget in 1d), or more than that over 3d and still over 6h (10% of the budget in 3d). At 0.5 a second or less, on the mean of a window, it does not fire.",
      impact:
        "Nobody can buy. At this pace a full budget of 30 days is gone within 30 days, and in 43 minutes if all of the orders fail.",
    });
    expect(orders.alerts["OrdersTakenBurnsFast"]?.impact).toBe(
      "Nobody can buy. At this pace a full budget of 30 days is gone within 5 days, and in 43 minutes if all of the orders fail.",
    );
  });

  test("name the windows of which the value is the mean", () => {
    const summaries = Object.values(orders.alerts).map(
      (alert) => alertTexts(alert, { unit: "ratio", threshold: undefined }).texts.summary,
    );
    expect(summaries).toEqual([
      "Orders are taken: on average over 1h or 6h {{ $value | humanizePercentage }} of the orders fail, the budget burns fast",
      "Orders are taken: on average over 1d or 3d {{ $value | humanizePercentage }} of the orders fail, the budget burns too fast to last",
    ]);
  });

  test("have a scenario for each window of each pace, with the limit as its edge", () => {
    const levels = scenariosOf(orders.alerts["OrdersTakenBurnsFast"]?.scenario).map(({ given }) =>
      given.map((given) =>
        given.kind === "holds" ? [given.levels.ok, given.levels.limit, given.levels.firing] : [],
      ),
    );
    const none = [0, 0, 0];
    const fast = [0.01512, 0.01512, 0.01512];
    const slow = [0.0063, 0.0063, 0.0063];
    // As Prometheus multiplies: 0.014400000000000001.
    const limit = 14.4 * 0.001;
    // 5m, 30m, 1h, 6h
    expect(levels).toEqual([
      [fast, none, [0, limit, 0.01512], none],
      [[0, limit, 0.01512], none, fast, none],
      [none, slow, none, [0, 0.006, 0.0063]],
      [none, [0, 0.006, 0.0063], none, slow],
    ]);
  });
});

test("everything stands where its author wrote slo(…)", () => {
  const here = orders.place;
  expect(here.file).toBe("test/language/slo.test.ts");
  const recordings = Object.values(orders.recordings).map((one) => recordingOf(one)?.place);
  const panels = orders.row.panels.map(({ place }) => place);
  const groups = Object.values(orders.resolved.groups).map(({ place }) => place);
  const all = [...recordings, ...Object.values(orders.alerts).map(({ place }) => place), orders.row.place];
  for (const place of [...all, ...panels, ...groups]) expect(place).toEqual(here);
});

test("shares and budgets can be used on panels of one's own", () => {
  expect(printPromql(nodeOf(orders.badShare("6h")))).toBe("job:orders_taken_bad:ratio_6h");
  expect(printPromql(nodeOf(orders.budgetLeft("30d")))).toBe("job:orders_taken_budget:left_30d");
  expect(() => orders.badShare("7h")).toThrow("records no share over 7h");
});

test("the row says the objective, and draws the limits beside the alerts", () => {
  expect(orders.row.title).toBe("Orders are taken: 99.9% over 30 days");
  expect(orders.row.panels.map(({ title }) => title)).toEqual([
    "Budget left",
    "Burn rate",
    "Bad share",
    "Budget left over time",
    "What it is measured on",
  ]);
  const [, , share] = slo("slow", { ...plainSlo, indicator: ordersAreSlow }).row.panels;
  const thresholds = share && "thresholds" in share ? (share.thresholds ?? []) : [];
  expect(thresholds.map((line) => ("kind" in line ? "alert" : `${line.value} ${line.color}`))).toEqual([
    "alert",
    "alert",
    "14.4 × 0.001 red",
    "6 × 0.001 red",
    "3 × 0.001 yellow",
    "1 × 0.001 yellow",
  ]);
});
