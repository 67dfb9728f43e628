import { alert, gauge, holds, metrics, promql } from "signalbox";
import { expect, test } from "vitest";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, plainWords } from "./small-shop.ts";

const id = "gaps-are-bridged";
const seats = metrics(api, { shop_free_seats: gauge({ help: "Free seats.", unit: "seats" }) });
const { shop_free_seats: free } = seats;
const given = [holds(free, { ok: 9, limit: 5, firing: 4 })];
const problems = (Few: ReturnType<typeof alert>) =>
  problemsOf(id, definitionsWith({ metrics: { seats }, alerts: { Few } }));

test.each([
  promql`count_over_time((${free} < 5)[5m:30s]) >= 10`,
  promql`sum_over_time((${free} < bool 5)[5m:30s]) >= 10`,
])("moments that are counted or added up are reported, with what bridges them: %#", (expr) => {
  const [problem, ...others] = problems(
    alert({ ...plainWords, expr, scenario: { given, after: "4m30s", value: 10 } }),
  );
  expect(others).toEqual([]);
  expect(problem).toContain(
    `alert "Few" waits 5m, and begins anew after each failed scrape: shop_free_seats{job="shop-api"} does not outlast one (${id})`,
  );
  expect(problem).toContain('fix: read its last value, .lastOverTime("45s"), or suppress it with a reason');
});

test("moments that are counted are reported of an alert that does not wait, too", () => {
  const scenario = { given, after: "4m30s", value: 10 } as const;
  const expr = promql`count_over_time((${free} < 5)[5m:30s]) >= 10`;
  const [problem, ...others] = problems(alert({ ...plainWords, for: "0m", expr, scenario }));
  expect(others).toEqual([]);
  expect(problem).toContain(
    `alert "Few" counts a moment less with each failed scrape: shop_free_seats{job="shop-api"} does not outlast one (${id})`,
  );
});

test("what is deployed so that it outlasts one is not reported, nor what its author allows", () => {
  const scenario = { given };
  expect(problems(alert({ ...plainWords, expr: free.lt(5), scenario }))).toEqual([]);
  const allow = { [id]: "It is scraped once a day." };
  expect(problems(alert({ ...plainWords, expr: free.lt(5), scenario, allow }))).toEqual([]);
});
