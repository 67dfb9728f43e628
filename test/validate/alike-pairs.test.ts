import { expect, test } from "vitest";
import type { AlertPair } from "../../generators/targets/validation/program.ts";
import { alikePairs } from "../../scripts/validate/runners/alike-pairs.ts";

const config = {
  route: {
    receiver: "team",
    group_by: ["alertname", "region"],
    routes: [
      { matchers: ['service="shop"'], receiver: "shop", routes: [{ matchers: ['alertname!="Watchdog"'] }] },
      { matchers: ['team="a\\"b"'], receiver: "team" },
      { matchers: ['severity=~"critical|high"', 'path=~"/api/.*"'], receiver: "pager" },
    ],
  },
  inhibit_rules: [
    { source_matchers: ['severity="critical"'], target_matchers: ['severity=~"low|info"'], equal: ["host"] },
  ],
};

/** Whether the two pairs are asked about as one. */
function areAlike(one: AlertPair, other: AlertPair, asked: unknown = config): boolean {
  const { distinct, places } = alikePairs(asked, [one, other]);
  return distinct.length === 1 && places.join() === "0,0";
}

test.each<[string, AlertPair, AlertPair]>([
  ["a label that nothing asks for", [{ pod: "a" }, {}], [{ pod: "b" }, {}]],
  ["one that it only groups by", [{ region: "eu" }, {}], [{ region: "us" }, {}]],
  ["values that do not stand in it", [{ service: "cart" }, {}], [{ service: "desk" }, {}]],
  ["the same of both", [{ host: "a" }, { host: "a" }], [{ host: "b" }, { host: "b" }]],
  ["different ones of both", [{ host: "a" }, { host: "b" }], [{ host: "c" }, { host: "d" }]],
])("pairs are alike that differ in %s", (_what, one, other) => {
  expect(areAlike(one, other)).toBe(true);
});

test.each<[string, AlertPair, AlertPair]>([
  ["a value that a matcher names", [{ service: "shop" }, {}], [{ service: "desk" }, {}]],
  ["one that a matcher of a route below names", [{ alertname: "Watchdog" }, {}], [{ alertname: "Down" }, {}]],
  ["a word of a pattern", [{ severity: "high" }, {}], [{ severity: "low" }, {}]],
  ["a word that only an inhibition names", [{ severity: "info" }, {}], [{ severity: "none" }, {}]],
  ["what a pattern may tell apart", [{ path: "/api/a" }, {}], [{ path: "/api" }, {}]],
  ["what may stand in it escaped", [{ team: "a" }, {}], [{ team: "b" }, {}]],
  ["whether both have the same", [{ host: "a" }, { host: "a" }], [{ host: "a" }, { host: "b" }]],
  ["whether there is a label", [{ host: "a" }, {}], [{}, {}]],
  ["whether it is empty", [{ service: "" }, {}], [{ service: "desk" }, {}]],
  ["which of the two it is", [{ service: "shop" }, {}], [{}, { service: "shop" }]],
])("pairs are not alike that differ in %s", (_what, one, other) => {
  expect(areAlike(one, other)).toBe(false);
});

test.each<[string, object]>([
  ["a matcher without quotes", { matchers: ["service=shop"] }],
  ["matchers that are no list", { matchers: 'service="shop"' }],
  ["what matchers were called once", { match: { service: "shop" } }],
])("where it says %s, each pair is asked about", (_what, written) => {
  const route = { receiver: "team", routes: [{ receiver: "shop", ...written }] };
  expect(areAlike([{}, {}], [{}, {}], { route })).toBe(false);
});

test("each pair has the place of the one that is asked about in its stead", () => {
  const pairs: AlertPair[] = [
    [{ service: "shop" }, {}],
    [{ service: "cart" }, {}],
    [{ service: "shop", pod: "a" }, {}],
  ];
  expect(alikePairs(config, pairs)).toEqual({ distinct: pairs.slice(0, 2), places: [0, 1, 0] });
});
