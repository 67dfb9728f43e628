// Mistakes in durations and conditions.
import type { Mistake } from "./mistake.ts";

export const mistakesOfRules: Readonly<Record<string, Mistake>> = {
  "5min": {
    code: `m.shop_orders_total.rate("5min");`,
    says: '"5min" is not a duration [TS2345]',
    fix: 'write "5m"',
  },
  "5 minutes": {
    code: `m.shop_orders_total.rate("5 minutes");`,
    says: '"5 minutes" is not a duration [TS2345]',
    fix: 'write "5m"',
  },
  "a duration as a number": {
    code: `m.shop_orders_total.rate(5);`,
    says: "5 is not a duration [TS2345]",
    fix: 'write "5s", if you mean seconds',
  },
  "a duration as an amount": {
    code: `m.shop_orders_total.rate(minutes(5));`,
    says: "minutes(5) is not a duration [TS2345]",
    fix: 'write "5m"',
  },
  "for: 300": {
    code: `alert({
  ...about,
  expr: m.shop_fps.lt(45),
  for: 300, // here
  scenario: played,
});`,
    says: "300 is not a duration [TS2322]",
    fix: 'write "5m", if you mean seconds',
  },
  "for: 5min": {
    code: `alert({
  ...about,
  expr: m.shop_fps.lt(45),
  for: "5min", // here
  scenario: played,
});`,
    says: '"5min" is not a duration [TS2322]',
    fix: 'write "5m"',
  },
  "a variable of a dashboard as for": {
    code: `alert({ ...about, for: "\$__interval", expr: m.shop_fps.lt(45), scenario: played });`,
    says: '"$__interval" is a dashboard variable, which a rule does not know [TS2322]',
    fix: 'write a fixed one, such as "5m"',
  },
  "every: 15": {
    code: `scrapeJob("x", { description: "X.", targets: ["a:1"], every: 15 });`,
    says: "15 is not a duration [TS2322]",
    fix: 'write "15s", if you mean seconds',
  },
  "an expression without a condition": {
    code: `alert({
  ...about,
  expr: m.shop_fps, // here
  scenario: played,
});`,
    says: "the expression always has a value, so the alert would always fire [TS2322]",
    fix: "say when it fires: a comparison such as .gt(…) or .lt(…) with a threshold in fps, or .absent()",
  },
  "a counter as a condition": {
    code: `alert({ ...about, expr: m.shop_orders_total, scenario: played });`,
    says: "a counter alone says nothing: the alert would always fire [TS2322]",
    fix: 'take its growth and compare it: .rate("5m").gt(…) or .increase("5m").gt(…)',
  },
  "up as a condition": {
    code: `alert({ ...about, expr: everyJob.up, scenario: played });`,
    says: "the expression always has a value, so the alert would always fire [TS2322]",
    fix: "say when it fires: .eq(0) or .eq(1)",
  },
  "a condition with bool()": {
    code: `alert({ ...about, expr: m.shop_fps.lt(45).bool(), scenario: played });`,
    says: "after .bool() there is always a value, 0 or 1: the alert would always fire [TS2322]",
    fix: "leave out .bool()",
  },
  "a condition or a vector": {
    code: `alert({ ...about, expr: m.shop_fps.lt(45).or(m.shop_queue), scenario: played });`,
    says: "or() joins conditions, but this is a gauge [TS2741]",
    fix: "say when this side holds: a comparison such as .gt(…) or .lt(…) with a threshold in tickets, or .absent()",
  },
  "a comparison of JavaScript": {
    code: `alert({ ...about, expr: m.shop_fps < 45, scenario: played });`,
    says: "JavaScript's < does not work on PromQL expressions [TS2365]",
    fix: "write .lt(45)",
  },
  "a condition as text": {
    code: `alert({ ...about, expr: "shop_fps < 45", scenario: played });`,
    says: "a condition is an expression, but this is text [TS2322]",
    fix: "write the metric and a comparison, such as shop_fps.lt(45), or promql`shop_fps < 45` for PromQL as text",
  },
};
