import { alert, counter, metrics, recording, runs } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { api, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "births-are-heard";
const problems = (parts: Parts) => problemsOf(id, definitionsWith(parts));
const refusals = metrics(api, {
  shop_refusals_total: counter({ help: "Orders refused.", unit: "refusals", labels: { reason: "*" } }),
});
const { shop_refusals_total: refused } = refusals;
const scenario = runs(refused, { ok: 0, limit: 1, firing: 1.1 });

test("growth between the last two samples is reported, with what to write instead", () => {
  // the last two
  const Refusing = alert({ ...plainWords, expr: refused.irate("1m").gt(1), scenario });
  expect(problems({ metrics: { refusals }, alerts: { Refusing } })).toEqual([
    `${at("the last two")}: alert "Refusing": irate() of shop_refusals_total{job="shop-api"} over 1m does not hear series that begin with their first increment (${id})\n` +
      `  fix: use rate() or increase() of the counter itself, which are deployed so that they hear it, or suppress it with a reason: allow: { "${id}": "…" }`,
  ]);
});

test("a recording is asked too", () => {
  const example = { given: [runs(refused, 1)], expect: 1 };
  const rate = recording("instance:shop_refusals:irate1m", refused.irate("1m").sumBy("instance"), {
    example,
  });
  expect(problems({ metrics: { refusals }, recordings: { rate } })).toHaveLength(1);
});

test("what is deployed so that it hears them is not reported, and a reason is used up only where it does not", () => {
  const Refusing = alert({ ...plainWords, expr: refused.rate("1m").gt(1), scenario });
  expect(problems({ metrics: { refusals }, alerts: { Refusing } })).toEqual([]);
  const allow = { [id]: "The first one is nothing." };
  const Allowed = alert({ ...plainWords, expr: refused.rate("1m").gt(1), scenario, allow });
  expect(problems({ metrics: { refusals }, alerts: { Allowed } })).toEqual([]);
});
