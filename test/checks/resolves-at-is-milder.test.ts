import { alert, gauge, holds, metrics, promql, ruleGroup } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, orderRate, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "resolves-at-is-milder";
const problems = (Firing: ReturnType<typeof alert>) =>
  problemsOf(id, definitionsWith({ alerts: { Firing }, metrics: { extra } }));
const extra = metrics(api, { shop_seats: gauge({ help: "Free seats.", unit: "count" }) });

test("an end on the wrong side of the threshold is reported where it is written", () => {
  // worse
  const Firing = alert({ ...plainWords, expr: orderRate.gt(5), resolvesAt: 6 });
  expect(problems(Firing)).toEqual([
    `${at("worse")}: alert "Firing" begins above 5 orders/s and is to end at 6 orders/s, which is worse (${id})\n` +
      "  fix: give resolvesAt a number below 5 orders/s, or remove it",
  ]);
});

const { shop_seats: seats } = extra;
test.each([
  [
    "the same number",
    alert({ ...plainWords, expr: orderRate.gt(5), resolvesAt: 5 }),
    "is to end at 5 orders/s, which is the same",
  ],
  [
    "below a lower one",
    alert({ ...plainWords, expr: seats.lt(5), resolvesAt: 4 }),
    "begins below 5 and is to end at 4, which is worse",
  ],
  [
    "exactly a number",
    alert({ ...plainWords, expr: seats.eq(5), resolvesAt: 4 }),
    "begins where its value is exactly 5",
  ],
  ["anything but a number", alert({ ...plainWords, expr: seats.ne(5), resolvesAt: 4 }), "anything but 5"],
  [
    "two numbers",
    alert({ ...plainWords, expr: promql`${seats} > 5 or ${seats} < 1`, resolvesAt: 3 }),
    "exactly one number",
  ],
  ["no number", alert({ ...plainWords, expr: api.up.absent(), resolvesAt: 0 }), "exactly one number"],
])("%s", (_, Firing, says) => {
  expect(problems(Firing)).toEqual([expect.stringContaining(says)]);
});

test("what is evaluated so rarely that Prometheus forgets what fires is reported", () => {
  const group = ruleGroup("shop_slow", { every: "10m" });
  const Firing = alert({ ...plainWords, expr: seats.lt(5), resolvesAt: 10, group });
  expect(problems(Firing)).toEqual([
    expect.stringContaining("is evaluated every 10m, and Prometheus forgets after 5m that it fires"),
  ]);
});

test.each([
  ["above", alert({ ...plainWords, expr: orderRate.gt(5), resolvesAt: 4 })],
  ["at or above", alert({ ...plainWords, expr: orderRate.gte(5), resolvesAt: 4 })],
  ["below", alert({ ...plainWords, expr: seats.lt(5), resolvesAt: 10 })],
  ["a number on the left", alert({ ...plainWords, expr: promql`5 < ${orderRate}`, resolvesAt: 4 })],
  ["a guard beside it", alert({ ...plainWords, expr: seats.lt(5).and(seats.gt(1)), resolvesAt: 10 })],
  [
    "two comparisons with it",
    alert({ ...plainWords, expr: promql`${seats} > 5 or ${seats} offset 1d > 5`, resolvesAt: 4 }),
  ],
])("%s: an end on the quiet side is right", (_, Firing) => {
  expect(problems(Firing)).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "it is turned round on purpose" };
  const Firing = alert({ ...plainWords, allow, expr: orderRate.gt(5), resolvesAt: 6 });
  expect(problems(Firing)).toEqual([]);
});

test("played: what holds() gives is in the unit of the threshold", () => {
  const scenario = {
    given: [holds(seats, { ok: 50, limit: 5, firing: 4 })],
    ending: [holds(seats, { ok: 10, firing: 9 })],
  };
  const Firing = alert({ ...plainWords, expr: seats.lt(5), resolvesAt: 10, scenario });
  expect(
    problemsOf("alerts-have-a-rule-test", definitionsWith({ alerts: { Firing }, metrics: { extra } })),
  ).toEqual([]);
});
