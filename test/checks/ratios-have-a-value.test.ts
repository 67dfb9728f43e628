import { alert, counter, metrics, percent, promql, ratioOf, stat } from "signalbox";
import type { Panel } from "../../generators/language/panel.ts";
import { describe, expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, dashboardWith, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "ratios-have-a-value";
const calls = metrics(api, {
  shop_calls_total: counter({ help: "Calls.", unit: "calls", labels: { result: "*" } }),
  shop_visits_total: counter({ help: "Visits.", unit: "calls" }),
});
const all = calls.shop_calls_total.rate("5m").sumBy("instance");
const failed = calls.shop_calls_total.where({ result: "failed" }).rate("5m").sumBy("instance");
const visits = calls.shop_visits_total.rate("5m").sumBy("instance");

const ofPanel = (panel: Panel) =>
  problemsOf(id, definitionsWith({ metrics: { calls }, dashboards: { shop: dashboardWith(panel) } }));
const panelOf = (query: ReturnType<typeof promql> | typeof all) =>
  stat({ title: "Failed", description: "How many.", queries: [query] });
const fix =
  "  fix: write ratioOf(part, whole) instead of part.div(whole): no value where there is no traffic, and 0 where there is no part";

test("a plain ratio of rates is reported for both of its holes", () => {
  // plain
  const panel = stat({ title: "Failed", description: "How many.", queries: [failed.div(all)] });
  expect(ofPanel(panel)).toEqual([
    `${at("plain")}: panel "Failed": without traffic its ratio is not a number, and its ratio has no value before there is something to count (${id})\n${fix}`,
  ]);
});

test("each hole is reported by itself", () => {
  expect(ofPanel(panelOf(promql`${failed.div(all.gt(0).series())}`))).toEqual([
    expect.stringContaining('panel "Failed": its ratio has no value before there is something to count ('),
  ]);
  expect(ofPanel(panelOf(promql`${visits} / ${all}`))).toEqual([
    expect.stringContaining('panel "Failed": without traffic its ratio is not a number ('),
  ]);
});

test("ratioOf() has neither, nor has what is the same by hand, or no ratio of counts", () => {
  expect(ofPanel(panelOf(promql`${ratioOf(failed, all)}`))).toEqual([]);
  expect(ofPanel(panelOf(promql`(${failed} or ${all} * 0) / (${all} > 0)`))).toEqual([]);
  expect(ofPanel(panelOf(promql`${failed} / (${all} > 0) or (${all} > 0) * 0`))).toEqual([]);
  expect(
    ofPanel(
      panelOf(promql`${visits} / ${calls.shop_visits_total.offset("1d").rate("5m").sumBy("instance")}`),
    ),
  ).toEqual([]);
});

const firing = (expr: ReturnType<typeof all.gt> | ReturnType<typeof promql>) =>
  problemsOf(id, definitionsWith({ metrics: { calls }, alerts: { Firing: alert({ ...plainWords, expr }) } }));

test("an alert on too little of something is blind; one on too much of it is right as it is", () => {
  expect(firing(promql`${failed.div(all)} < 0.5`)).toHaveLength(1);
  expect(firing(promql`0.5 > ${failed.div(all)}`)).toHaveLength(1);
  expect(firing(promql`1 - ${failed.div(all)} > 0.5`)).toHaveLength(1);
  expect(firing(promql`${failed.div(all)} > 0.5`)).toEqual([]);
  expect(firing(promql`0.5 < ${failed.div(all)}`)).toEqual([]);
  expect(firing(promql`${ratioOf(failed, all).lt(percent(50))}`)).toEqual([]);
});

describe("a guard asks for traffic", () => {
  const share = promql`${failed} / ${all}`;

  test.each([
    ["behind it", promql`${visits} / ${all} < 0.5 and ${all} > 0`],
    ["before it", promql`${all} > 0 and ${visits} / ${all} < 0.5`],
    ["the other way around", promql`${visits} / ${all} < 0.5 and 0 < ${all}`],
    ["at least so much", promql`1 - ${visits} / ${all} > 0.5 and ${all} >= 0.1`],
    ["any at all", promql`${visits} / ${all} < 0.5 and ${all} != 0`],
    ["with more conditions", promql`(${visits} / ${all} < 0.5 or ${all} > 9) and ${all} > 0 and ${all} < 99`],
    ["unless there is none", promql`${visits} / ${all} < 0.5 unless ${all} == 0`],
  ])("%s", (_, expr) => {
    expect(firing(expr)).toEqual([]);
  });

  test.each([
    ["of something else", promql`${visits} / ${all} < 0.5 and ${visits} > 0`],
    ["that nothing fulfils too", promql`${visits} / ${all} < 0.5 and ${all} >= 0`],
    ["that nothing fulfils only", promql`${visits} / ${all} < 0.5 and ${all} < 1`],
    ["that need not hold", promql`${visits} / ${all} < 0.5 or ${all} > 0`],
    ["of what was spoilt before", promql`avg(${visits} / ${all}) < 0.5 and on () ${all} > 0`],
    ["of other times", promql`avg_over_time((${visits} / ${all})[1h:1m]) < 0.5 and ${all} > 0`],
  ])("but none is one %s", (_, expr) => {
    expect(firing(expr)).toEqual([expect.stringContaining("without traffic its ratio is not a number")]);
  });

  test("which says nothing of the time before the first failure", () => {
    expect(firing(promql`${share} < 0.5 and ${all} > 0`)).toEqual([
      expect.stringContaining('"Firing": its ratio has no value before there is something to count ('),
    ]);
  });
});
