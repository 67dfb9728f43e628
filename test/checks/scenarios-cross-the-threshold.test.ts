import { alert, percent, runs, share } from "signalbox";
import { expect, test } from "vitest";
import { scenariosCrossTheThreshold } from "../../generators/checks/alerts/scenarios-cross-the-threshold.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { model } from "../rule-tests/every-shape.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "scenarios-cross-the-threshold";
const web = sales.shop_orders_total.where({ channel: "web" });
const phone = sales.shop_orders_total.where({ channel: "phone" });
const problems = (alerts: Record<string, ReturnType<typeof alert>>) =>
  problemsOf(id, definitionsWith({ alerts }));
const phoneShare = phone
  .rate("5m")
  .div(phone.rate("5m").add(web.rate("5m"), { ignoring: ["channel"] }), { ignoring: ["channel"] });
const levels = { ok: percent(0.5), limit: percent(2), firing: percent(2.1) };

test("what is said to fire and does not is reported, with the number and the threshold", () => {
  const ManyByPhone = alert({
    ...plainWords,
    expr: phoneShare.gt(percent(3)),
    // firing
    scenario: share(phone, web, levels),
  });
  expect(problems({ ManyByPhone })).toEqual([
    `${at("firing")}: alert "ManyByPhone" does not fire in its scenario: firing 2.1% does not exceed the threshold 3% (${id})\n` +
      "  fix: correct the threshold, or give a `firing` that crosses it",
  ]);
});

test.each([
  ["limit", orderRate.gt(4.9), "limit 5 orders/s exceeds the threshold 4.9 orders/s"],
  ["ok", orderRate.gte(3), "limit 5 orders/s reaches the threshold 3 orders/s"],
])("what is said not to fire at %s and does is reported", (_, expr, said) => {
  const Many = alert({ ...plainWords, expr, scenario: runs(web, { ok: 3, limit: 5, firing: 5.25 }) });
  expect(problems({ Many })).toEqual([expect.stringContaining(`at \`limit\` of its scenario: ${said}`)]);
});

test("a guard that is not met is named", () => {
  const busy = phoneShare.gt(percent(2)).and(web.rate("5m").sumBy("instance").gt(100), { on: ["instance"] });
  const scenario = (perSecond: number) => share(phone, web, levels, { perSecond });
  const Guarded = (perSecond: number) => alert({ ...plainWords, expr: busy, scenario: scenario(perSecond) });
  expect(problems({ Guarded: Guarded(100) })).toEqual([
    expect.stringMatching(
      /does not fire in its scenario: its guard .* > 100 is not met, its left side is 97\.9/s,
    ),
  ]);
  expect(problems({ Guarded: Guarded(200) })).toEqual([]);
});

test("a limit at the threshold itself does not cross it", () => {
  for (const percents of [0.7, 2, 5, 7, 33]) {
    const AtLimit = alert({
      ...plainWords,
      expr: phoneShare.gt(percent(percents)),
      scenario: share(
        phone,
        web,
        { ok: 0, limit: percent(percents), firing: percent(percents + 0.1) },
        { perSecond: 0.95 },
      ),
    });
    expect(problems({ AtLimit })).toEqual([]);
  }
});

test("what promtool accepts is not reported", () => {
  // Another test has promtool run the tests of all of these.
  expect(model.alerts.length).toBeGreaterThan(10);
  expect([...scenariosCrossTheThreshold.find(testedModel(model))]).toEqual([]);
});
