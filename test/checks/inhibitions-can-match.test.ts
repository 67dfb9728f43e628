import { alert, inhibition, promql } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { critical, low } from "./small-platform.ts";
import { FewOrders, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "inhibitions-can-match";
const ManyOrders = alert({ ...plainWords, severity: low, expr: orderRate.gt(5) });

function problems(...inhibitions: readonly ReturnType<typeof inhibition>[]): string[] {
  const platform = { inhibitions: Object.fromEntries(inhibitions.map((one) => [one.name, one])) };
  return problemsOf(id, definitionsWith({ alerts: { ManyOrders }, platform }));
}

test("an inhibition is reported for each side that no alert matches", () => {
  // misspelt
  const misspelt = inhibition("shop-down-inhibits-rest", {
    source: { labels: { component: "sale" } },
    target: { service: "shopp" },
    equal: ["service"],
  });
  const start = `${at("misspelt")}: inhibition "shop-down-inhibits-rest" does nothing: no alert matches its`;
  const keeping = `suppress it with a reason: allow: { "${id}": "…" }`;
  expect(problems(misspelt)).toEqual([
    `${start} source (${id})\n  fix: correct its source, remove it, or ${keeping}`,
    `${start} target (${id})\n  fix: correct its target, remove it, or ${keeping}`,
  ]);
});

test("what a side says must hold together, of one alert", () => {
  const never = inhibition("never", {
    source: { alert: FewOrders, severity: low },
    target: { severity: low },
    equal: ["service"],
  });
  expect(problems(never)).toEqual([expect.stringContaining("no alert matches its source")]);
});

test.each([
  ["severities and lists", { severity: [critical, low] }, { alert: [ManyOrders, FewOrders] }],
  ["a label that every alert gets", { labels: { environment: "production" } }, { service: "shop" }],
  ["a pattern", { alert: FewOrders }, { labels: { component: /sa.+/ } }],
  ["a label whose value is known only later", { labels: { instance: "shop-1:80" } }, { severity: low }],
])("%s match", (_, source, target) => {
  expect(problems(inhibition("fine", { source, target, equal: ["service"] }))).toEqual([]);
});

test("a label that has one of several values matches these and no other", () => {
  const Refused = alert({ ...plainWords, expr: promql`rate(${sales.shop_orders_total}[5m]) > 5` });
  const inhibits = (channel: string) =>
    inhibition(channel, { source: { labels: { channel } }, target: { severity: low }, equal: ["service"] });
  const inhibitions = { web: inhibits("web"), fax: inhibits("fax") };
  const found = problemsOf(
    id,
    definitionsWith({ alerts: { ManyOrders, Refused }, platform: { inhibitions } }),
  );
  expect(found).toEqual([
    expect.stringContaining('inhibition "fax" does nothing: no alert matches its source'),
  ]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the ladder must not lack the step when one comes" };
  const step = {
    source: { severity: critical, service: "not-yet" },
    target: { severity: low },
    equal: ["service"],
  };
  expect(problems(inhibition("step", { ...step, allow }))).toEqual([]);
});
