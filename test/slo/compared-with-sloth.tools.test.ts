// Sloth generates rules for the same objectives. Where ours agree with its rules, and where and why they differ, is said and shown
// here: both are loaded together, and read the same counters.
//
// They agree in the windows, in the paces and so in the limits, in how an alert is put together of them, and in the shares while
// there is traffic. They differ:
//
// 1. Ours look back at two recorded series, Sloth's at all counters again for each window. Three days of a counter with a thousand
//    series are read every half minute otherwise. The price: a fault shows by the length of the rate, a minute, later at most.
// 2. Sloth's share of 30 days is the mean of the shares of five minutes: a night with three requests weighs as much as an evening
//    with thousands, and the budget is not that of the requests. Ours is weighted by traffic. (For time both are the same.)
// 3. Ours have no value where there was too little traffic to tell; Sloth's page for one failure of the only request of a night.
// 4. Ours are 0 when nothing failed yet, and there is no series with a failure; Sloth's are missing, and so is its budget.
// 5. Ours keep the job, so that an alert says whose it is; Sloth's have labels of their own. Its metadata are recordings; ours
//    stand in the model, from which the dashboard and the documents are made.
// 6. Ours wait a moment (`for`), so that one odd evaluation pages nobody; Sloth's do not wait.
import { expect, test } from "vitest";
import { ruleSlice, type RuleFile } from "../../generators/rule-tests/rule-test.ts";
import { failuresOf, type Reading } from "./promtool.ts";
import { model } from "./small-slos.ts";
import { slothPage, slothRules, slothTicket, slothWindows } from "./sloth-rules.ts";
import { trafficOf, type Span } from "./traffic.ts";

const ours = {
  page: model.alerts.find(({ name }) => name === "WebOrdersBurnsFast30d"),
  ticket: model.alerts.find(({ name }) => name === "WebOrdersBurnsSlowly30d"),
};
const isOfOrders = ({ group }: { readonly group: string }) => group.startsWith("slo_web_orders");
const ourRules = ruleSlice(
  [...model.recordings, ...model.alerts].filter(isOfOrders).filter(({ name }) => !name.endsWith("28d")),
  model,
);
const both: RuleFile = { groups: [...ourRules.groups, ...slothRules.groups] };

/** Window, factor and budget of each comparison of an alert, the budget as a person writes it. */
function limitsIn(expr: string): string[] {
  const comparisons = expr.matchAll(/ratio_(?:rate)?(\w+?)(?:\{[^}]*\})? > \(?([\d.]+) \* ([\d.]+)/g);
  return [...comparisons]
    .map(([, window, factor, budget]) => `${window} > ${factor} * ${Number(Number(budget).toPrecision(12))}`)
    .sort();
}

const shared: Reading["exp_samples"] = [{ labels: "{}", value: 1 }];
const firing = (alert: string, eval_time: string, isThere: boolean): Reading => ({
  expr: `count(ALERTS{alertname="${alert}",alertstate="firing"})`,
  eval_time,
  exp_samples: isThere ? shared : [],
});
const value = (expr: string, eval_time: string, expected: number | undefined): Reading => ({
  expr: `round(sum(${expr}), 0.00001)`,
  eval_time,
  exp_samples: expected === undefined ? [] : [{ labels: "{}", value: expected }],
});
async function held(name: string, spans: readonly Span[], ...promql_expr_test: Reading[]): Promise<void> {
  expect(await failuresOf(both, [{ name, ...trafficOf(...spans), promql_expr_test }])).toBe("");
}

test("windows, factors and limits are the same", () => {
  expect(limitsIn(ours.page?.expr ?? "")).toEqual(limitsIn(slothPage.expr));
  expect(limitsIn(ours.ticket?.expr ?? "")).toEqual(limitsIn(slothTicket.expr));
  expect([...limitsIn(slothPage.expr), ...limitsIn(slothTicket.expr)]).toEqual([
    "1h > 14.4 * 0.001",
    "30m > 6 * 0.001",
    "5m > 14.4 * 0.001",
    "6h > 6 * 0.001",
    "1d > 3 * 0.001",
    "2h > 3 * 0.001",
    "3d > 1 * 0.001",
    "6h > 1 * 0.001",
  ]);
});

test("while there is traffic every share is the same, and both page for a fault and stop after it", async () => {
  const constant = { minutes: 400, perSecond: 100, failing: 2 };
  const shares = slothWindows.flatMap((window) => [
    value(`job:web_orders_bad:ratio_${window}`, "6h30m", 0.02),
    value(`slo:sli_error:ratio_rate${window}`, "6h30m", 0.02),
  ]);
  await held("shares", [constant], ...shares);
  const well: Span = { minutes: 90, perSecond: 10, failing: 0 };
  await held(
    "a fault",
    [well, { minutes: 15, perSecond: 10, failing: 5 }, { minutes: 60, perSecond: 10, failing: 0 }],
    // Half of an hour's orders for 2 minutes are 1.7 %; ours wait one more (6).
    firing("SlothPage", "1h31m", false),
    firing("WebOrdersBurnsFast30d", "1h31m", false),
    firing("SlothPage", "1h32m", true),
    firing("WebOrdersBurnsFast30d", "1h33m", true),
    firing("SlothPage", "2h30m", false),
    firing("WebOrdersBurnsFast30d", "2h30m", false),
  );
});

test("(2) of a busy hour and a bad quiet one, ours is the share of the orders, Sloth's that of the time", async () => {
  await held(
    "weights",
    [
      { minutes: 60, perSecond: 99, failing: 0 },
      { minutes: 60, perSecond: 1, failing: 1 },
    ],
    // 1 of 100 orders; of the evaluations about half.
    isThere("job:web_orders_bad:ratio_30d > 0.009 < 0.011"),
    isThere("slo:sli_error:ratio_rate30d > 0.45 < 0.55"),
  );
});

/** That an expression has a series after two hours. */
function isThere(expr: string): Reading {
  return { expr: `count(${expr})`, eval_time: "2h", exp_samples: shared };
}

test("(3) at night one order that fails makes Sloth's page, and not ours", async () => {
  await held(
    "night",
    [
      { minutes: 120, perSecond: 0, failing: 0 },
      { minutes: 0.25, perSecond: 1 / 15, failing: 1 / 15 },
      { minutes: 10, perSecond: 0, failing: 0 },
    ],
    firing("SlothPage", "2h2m", true),
    firing("WebOrdersBurnsFast30d", "2h2m", false),
    firing("WebOrdersBurnsFast30d", "2h5m", false),
  );
});

test("(4) where nothing ever failed ours is 0 and the whole budget is left, and Sloth's are missing", async () => {
  const traffic = trafficOf({ minutes: 60, perSecond: 10, failing: 0 });
  const input_series = traffic.input_series.filter(({ series }) => !series.includes("phone"));
  const promql_expr_test = [
    value("job:web_orders_bad:ratio_1h", "1h", 0),
    value("job:web_orders_budget:left_30d", "1h", 1),
    value("slo:sli_error:ratio_rate1h", "1h", undefined),
    value("slo:period_error_budget_remaining:ratio", "1h", undefined),
  ];
  expect(
    await failuresOf(both, [{ ...traffic, name: "nothing failed", input_series, promql_expr_test }]),
  ).toBe("");
});

test("(5) ours say whose they are", () => {
  expect([...(ours.page?.analysis.type.labels?.keys() ?? [])]).toEqual(["job"]);
  expect(ours.page?.labels).toMatchObject({ service: "shop", slo: "web-orders", burn: "fast" });
});
