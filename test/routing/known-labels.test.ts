import { alert, promql, vector, type AlertDefinition } from "signalbox";
import { expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { valuesOf } from "../../generators/routing/alert-matcher.ts";
import { knownLabels } from "../../generators/routing/known-labels.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { smallPlatform } from "../checks/small-platform.ts";
import { orderRate, plainWords, sales } from "../checks/small-shop.ts";

/** What is known of the labels of an alert: its values, or `any`. */
function known(Firing: AlertDefinition, externalLabels: Readonly<Record<string, string>> = {}): object {
  const platform = { prometheus: { ...smallPlatform.prometheus, externalLabels } };
  const { model } = resolve(definitionsWith({ alerts: { FewOrders: undefined, Firing }, platform }));
  const labels = model.alerts.map((one) => knownLabels(one, model.platform))[0] ?? new Map();
  return Object.fromEntries([...labels].map(([label, value]) => [label, valuesOf(value) ?? "any"]));
}

const ofRule = {
  alertname: ["Firing"],
  severity: ["critical"],
  service: ["shop"],
  component: ["sales"],
};

test("an alert has its name, the labels of its rule, and those of its series", () => {
  const orders = sales.shop_orders_total.rate("5m").gt(5);
  expect(known(alert({ ...plainWords, expr: orders }))).toEqual({
    ...ofRule,
    job: ["shop-api"],
    instance: "any",
    channel: ["web", "phone"],
  });
});

test("labels that the expression drops are missing", () => {
  expect(known(alert({ ...plainWords, expr: orderRate.gt(5) }))).toEqual({ ...ofRule, instance: "any" });
  expect(known(alert({ ...plainWords, expr: vector(1).gt(0) }))).toEqual(ofRule);
});

test("labels of the rule replace those of the series, and an empty one takes them away", () => {
  const expr = sales.shop_orders_total.rate("5m").sumBy("instance", "channel").gt(5);
  const labels = { channel: "", instance: "all", team: "sales" };
  expect(known(alert({ ...plainWords, labels, expr }))).toEqual({
    ...ofRule,
    instance: ["all"],
    team: ["sales"],
  });
});

test("a label that is a template is known only when it fires", () => {
  const labels = { team: "{{ $labels.instance }}" };
  expect(known(alert({ ...plainWords, labels, expr: orderRate.gt(5) }))).toMatchObject({ team: "any" });
});

test("external labels are added where the alert itself has none of that name", () => {
  const Firing = alert({ ...plainWords, labels: { zone: "", region: "" }, expr: orderRate.gt(5) });
  const external = { environment: "production", service: "all", instance: "this", zone: "a" };
  expect(known(Firing, external)).toEqual({
    ...ofRule,
    instance: "any",
    environment: ["production"],
    zone: ["a"],
  });
});

test("of an expression that is wrong, the labels of the rule are known", () => {
  expect(known(alert({ ...plainWords, expr: promql`nothing > 5` }))).toEqual(ofRule);
});
