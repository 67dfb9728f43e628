import { alert, gauge, holds, metrics, runs, type AlertDefinition } from "signalbox";
import { expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { api, orderRate, plainWords, sales } from "../checks/small-shop.ts";

const shop = metrics(api, { shop_open: gauge({ help: "Whether it is open.", unit: "bool" }) });
const scene = "says of each instance its own labels and value";
const scenario = runs(sales.shop_orders_total.where({ channel: "web" }), { ok: 3, limit: 5, firing: 5.25 });

function testOf(Firing: AlertDefinition) {
  const { model } = resolve(definitionsWith({ metrics: { shop }, alerts: { Firing } }));
  return testedModel(model).ruleTests.find(({ name }) => name === "Firing");
}

function summariesOf(Firing: AlertDefinition): string[][] {
  const all = testOf(Firing)?.testFile.tests.flatMap((group) => group.alert_rule_test ?? []) ?? [];
  return all.map(({ exp_alerts }) =>
    exp_alerts.map(({ exp_annotations }) => exp_annotations["summary"] ?? ""),
  );
}

test("two instances fire at the same time, each with its own labels and its own value", () => {
  const summary: AlertDefinition["summary"] = ({ labels, value }) => `${labels["instance"]} takes ${value}`;
  const Many = alert({ ...plainWords, expr: orderRate.gt(5), scenario, summary });
  expect(testOf(Many)?.shows).toContain(scene);
  expect(summariesOf(Many)).toContainEqual(["bad:9100 takes 5.25 orders/s", "good:9100 takes 52.5 orders/s"]);
});

test("not where the texts are the same for all", () => {
  const Many = alert({ ...plainWords, expr: orderRate.gt(5), scenario });
  expect(testOf(Many)?.shows).not.toContain(scene);
});

test("nor where nothing is worse, or instances are not told apart", () => {
  const summary = "{{ $labels.job }} is wrong";
  const closed = holds(shop.shop_open, { ok: 1, firing: 0 });
  const Closed = alert({ ...plainWords, expr: shop.shop_open.eq(0), scenario: closed, summary });
  expect(testOf(Closed)?.shows).not.toContain(scene);
  const All = alert({
    ...plainWords,
    expr: sales.shop_orders_total.rate("5m").sumBy("job").gt(5),
    scenario,
    summary,
  });
  expect(testOf(All)?.shows).not.toContain(scene);
});
