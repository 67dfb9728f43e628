import { alert, inhibition, promql, vector, type AlertDefinition } from "signalbox";
import { describe, expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { critical, low } from "./small-platform.ts";
import { orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "inhibitions-compare-labels-that-exist";
const { shop_orders_total: orders } = sales;
const lowWords = { ...plainWords, severity: low };
const ladder = { source: { severity: critical }, target: { severity: low }, equal: ["service", "instance"] };

/** Without the label `instance`. */
const AllFew = alert({ ...plainWords, expr: orders.rate("5m").sum().lt(1) });
const AllMany = alert({ ...lowWords, expr: orders.rate("5m").sum().gt(5) });
/** With it. */
const OneMany = alert({ ...lowWords, expr: orderRate.gt(5) });

function problems(
  inhibits: ReturnType<typeof inhibition>,
  alerts: Readonly<Record<string, AlertDefinition>>,
) {
  return problemsOf(id, definitionsWith({ alerts, platform: { inhibitions: { inhibits } } }));
}

test("two alerts that both lack a label that is compared are reported", () => {
  // too wide
  const inhibits = inhibition("critical-inhibits-low", ladder);
  expect(problems(inhibits, { AllFew, AllMany })).toEqual([
    `${at("too wide")}: inhibition "critical-inhibits-low" lets "AllFew" inhibit "AllMany" wherever it fires, because neither has the label instance (${id})\n` +
      "  fix: keep the label in one of the expressions, or compare labels that both alerts have",
  ]);
});

test("many such pairs are one problem for each label, and counted", () => {
  const AnyMany = alert({ ...lowWords, expr: orders.rate("5m").max().gt(5) });
  const MostMany = alert({ ...lowWords, expr: orders.rate("5m").min().gt(5) });
  const inhibits = inhibition("critical-inhibits-low", { ...ladder, equal: ["instance", "cluster"] });
  expect(problems(inhibits, { AllFew, AllMany, AnyMany, MostMany, OneMany })).toEqual([
    expect.stringContaining(
      '"AllFew" inhibit "AllMany" wherever it fires, because neither has the label instance, cluster; the same holds for 2 more pairs (',
    ),
    expect.stringContaining(
      '"FewOrders" inhibit "OneMany" wherever it fires, because neither has the label cluster; the same holds for 1 more pairs (',
    ),
  ]);
});

describe("it is fine", () => {
  test("when only one of them lacks the label: then they are never the same", () => {
    expect(problems(inhibition("inhibits", ladder), { AllFew, OneMany })).toEqual([]);
  });
  test("when both have it, and it is compared only when they fire", () => {
    expect(problems(inhibition("inhibits", ladder), { OneMany })).toEqual([]);
  });
  test("when another label that is compared tells them apart", () => {
    const equal = ["component", "instance"];
    const Other = alert({ ...lowWords, component: "stock", expr: orders.rate("5m").sum().gt(5) });
    expect(problems(inhibition("inhibits", { ...ladder, equal }), { AllFew, Other })).toEqual([]);
  });
  test("when a label of both has no value in common", () => {
    const ByPhone = alert({
      ...plainWords,
      expr: orders.where({ channel: "phone" }).rate("5m").sumBy("channel").lt(1),
    });
    const OnTheWeb = alert({
      ...lowWords,
      expr: orders.where({ channel: "web" }).rate("5m").sumBy("channel").lt(1),
    });
    const equal = ["channel", "instance"];
    const alerts = { FewOrders: undefined, ByPhone, OnTheWeb };
    const inhibits = inhibition("inhibits", { ...ladder, equal });
    const definitions = definitionsWith({ alerts, platform: { inhibitions: { inhibits } } });
    expect(problemsOf(id, definitions)).toEqual([]);
  });
  test("when every alert gets the label from outside", () => {
    const inhibits = inhibition("inhibits", { ...ladder, equal: ["environment"] });
    expect(problems(inhibits, { AllFew, AllMany })).toEqual([]);
  });
  test("when both are on both sides: then neither inhibits the other", () => {
    const all = { service: "shop" };
    const inhibits = inhibition("inhibits", { source: all, target: all, equal: ["instance"] });
    expect(problems(inhibits, { AllFew, AllMany })).toEqual([]);
  });
  test("when nothing is compared: that is said aloud", () => {
    expect(problems(inhibition("inhibits", { ...ladder, equal: [] }), { AllFew, AllMany })).toEqual([]);
  });
  test("when an expression is wrong: its labels are unknown", () => {
    const Wrong = alert({ ...lowWords, expr: promql`nothing > 5` });
    expect(problems(inhibition("inhibits", ladder), { AllFew, Wrong })).toEqual([]);
  });
});

test("a label that the rule takes away is missing", () => {
  const labels = { instance: "" };
  const Few = alert({ ...plainWords, labels, expr: orderRate.lt(1) });
  const Many = alert({ ...lowWords, expr: vector(1).gt(0) });
  const inhibits = inhibition("inhibits", ladder);
  expect(problems(inhibits, { Few, Many })).toEqual([expect.stringContaining('lets "Few" inhibit "Many"')]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the shop has one instance" };
  expect(problems(inhibition("inhibits", { ...ladder, allow }), { AllFew, AllMany })).toEqual([]);
});
