import { alert, holds, inhibition, severity } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, FewOrders, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "guards-are-heard";
const source = { alert: FewOrders };

function problems(one: ReturnType<typeof inhibition>, alerts = {}): string[] {
  return problemsOf(id, definitionsWith({ inhibitions: { one }, alerts }));
}

test("an alert on something else that would inhibit a guard is reported, with how to leave guards out", () => {
  // mutes all
  const all = inhibition("few-mute-all", { source, target: { service: "shop" }, equal: ["service"] });
  expect(problems(all)).toEqual([
    `${at("mutes all")}: inhibition "few-mute-all" mutes "ShopApiBlindCritical", which says that alerts on job "shop-api" are blind, while "FewOrders" fires (${id})\n` +
      '  fix: leave guards out of its target with labels: { guard: "" }, or compare a label that tells them apart, such as component',
  ]);
});

test.each([
  ["without guards", { target: { service: "shop", labels: { guard: "" } }, equal: ["service"] }],
  ["comparing the component", { target: { service: "shop" }, equal: ["component"] }],
])("an inhibition %s is fine", (_, parts) => {
  expect(problems(inhibition("few-mute-rest", { source, ...parts }))).toEqual([]);
});

const mild = severity("mild", { rank: 9, response: "some day", color: "green" });
const down = {
  ...plainWords,
  expr: api.up.eq(0),
  downOf: api,
  scenario: holds(api.up, { ok: 1, firing: 0 }),
};

test("an alert on the job being down may inhibit its guards, if it is as bad", () => {
  const ShopDown = alert(down);
  const byDown = (ShopDown: ReturnType<typeof alert>) =>
    problems(
      inhibition("down-mutes-all", {
        source: { alert: ShopDown },
        target: { service: "shop" },
        equal: ["instance"],
      }),
      { ShopDown },
    );
  expect(byDown(ShopDown)).toEqual([]);
  expect(byDown(alert({ ...down, severity: mild }))).toHaveLength(1);
});

test("it can be allowed with a reason, where the inhibition is", () => {
  const allow = { [id]: "nobody looks at either" };
  const all = inhibition("few-mute-all", { source, target: { service: "shop" }, equal: ["service"], allow });
  expect(problems(all)).toEqual([]);
});
