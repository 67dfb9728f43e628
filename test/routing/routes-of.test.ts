import { receiver } from "signalbox";
import { describe, expect, test } from "vitest";
import type { LabelMatch, RouteModel } from "../../generators/model/routing-model.ts";
import type { KnownLabels } from "../../generators/routing/alert-matcher.ts";
import { inherited, routesOf } from "../../generators/routing/routes-of.ts";
import { route } from "../targets/small-routing.ts";

const to = (name: string, options: Omit<Partial<RouteModel>, "receiver"> = {}) =>
  route({ receiver: receiver(name, { description: "For a test.", notifiers: [] }), ...options });
const shop: LabelMatch = { service: "shop" };
const urgent: LabelMatch = { labels: { urgency: "high" } };
const oneInstance: LabelMatch = { labels: { instance: "shop-1:8080" } };
const goOn = { continue: true } as const;

const labels: KnownLabels = new Map([
  ["service", { kind: "one", value: "shop" }],
  ["urgency", { kind: "one", value: "high" }],
  ["instance", { kind: "any" }],
]);

/** The way to each route that notifies; with `?` where it is not sure. */
function described(...routes: readonly ReturnType<typeof to>[]): string[] {
  return routesOf(to("root", { routes }), labels).map(
    ({ path, surely }) => path.map((one) => one.receiver.name).join(" > ") + (surely ? "" : "?"),
  );
}

const other: LabelMatch = { service: "other" };
type Tree = readonly ReturnType<typeof to>[];

describe("an alert is reported, as Alertmanager finds it", () => {
  test.each<[string, Tree, readonly string[]]>([
    ["by the root when there is no other route", [], ["root"]],
    ["by the root when no route matches", [to("a", { match: other })], ["root"]],
    ["by the route that matches", [to("a", { match: other }), to("b", { match: shop })], ["root > b"]],
    ["by the first that matches only", [to("a", { match: shop }), to("b", { match: urgent })], ["root > a"]],
    ["by a route without a match, which takes everything", [to("a"), to("b", { match: shop })], ["root > a"]],
    [
      "by the next too when the first goes on",
      [to("a", { match: shop, ...goOn }), to("b", { match: urgent })],
      ["root > a", "root > b"],
    ],
    [
      "by the one that goes on alone when no other matches",
      [to("a", { match: shop, ...goOn })],
      ["root > a"],
    ],
    [
      "by no third behind one that does not go on",
      [to("a", { ...goOn }), to("b", { match: shop }), to("c", { match: urgent })],
      ["root > a", "root > b"],
    ],
    [
      "by the child, and not by its parent",
      [to("a", { match: shop, routes: [to("b", { match: urgent })] })],
      ["root > a > b"],
    ],
    [
      "by the parent when no child matches",
      [to("a", { match: shop, routes: [to("b", { match: other })] })],
      ["root > a"],
    ],
    ["by no child of a route that does not match", [to("a", { match: other, routes: [to("b")] })], ["root"]],
    [
      "by no other route behind a parent, also when its children leave the alert to it",
      [to("a", { match: shop, routes: [to("b", { match: other })] }), to("c", { match: shop })],
      ["root > a"],
    ],
    [
      "by no other route when it is the child that goes on: that counts among its siblings",
      [to("a", { match: shop, routes: [to("b", { ...goOn }), to("c")] }), to("d", { match: shop })],
      ["root > a > b", "root > a > c"],
    ],
    [
      "by children of two parents when the first goes on",
      [to("a", { ...goOn, routes: [to("b")] }), to("c", { routes: [to("d")] })],
      ["root > a > b", "root > c > d"],
    ],
  ])("%s", (_, routes, expected) => {
    expect(described(...routes)).toEqual(expected);
  });
});

describe("a label whose value is not known before", () => {
  test.each<[string, Tree, readonly string[]]>([
    ["leaves both ways open", [to("a", { match: oneInstance })], ["root > a?", "root?"]],
    [
      "makes what comes after unsure, because the search may have ended",
      [to("a", { match: oneInstance }), to("b", { match: shop })],
      ["root > a?", "root > b?"],
    ],
    [
      "leaves what comes after sure when the route goes on",
      [to("a", { match: oneInstance, ...goOn }), to("b", { match: shop })],
      ["root > a?", "root > b"],
    ],
    [
      "leaves what comes before sure",
      [to("a", { match: shop, ...goOn }), to("b", { match: oneInstance })],
      ["root > a", "root > b?"],
    ],
    [
      "makes the children of a route unsure",
      [to("a", { match: oneInstance, routes: [to("b", { match: shop })] })],
      ["root > a > b?", "root?"],
    ],
    [
      "leaves a parent open beside its child",
      [to("a", { match: shop, routes: [to("b", { match: oneInstance })] })],
      ["root > a > b?", "root > a?"],
    ],
  ])("%s", (_, routes, expected) => {
    expect(described(...routes)).toEqual(expected);
  });
});

describe("inherited", () => {
  const inner = to("inner", { groupWait: "1s" });
  const middle = to("middle", {
    groupBy: ["service"],
    groupWait: "10s",
    repeatInterval: "1h",
    routes: [inner],
  });
  const root = to("root", {
    ...{ groupBy: ["alertname"], groupWait: "30s", groupInterval: "5m", repeatInterval: "4h" },
    routes: [middle],
  });
  const [reached] = routesOf(root, new Map());

  test.each([
    ["the route's own", "groupWait", "1s"],
    ["its parent's", "repeatInterval", "1h"],
    ["the root's", "groupInterval", "5m"],
    ["the nearest of several", "groupBy", ["service"]],
    ["what nobody else can say", "receiver", inner.receiver],
  ] as const)("is %s: %s", (_, setting, expected) => {
    expect(reached && inherited(reached, setting)).toEqual(expected);
  });

  test("is nothing that nobody says: Alertmanager's default", () => {
    const [alone] = routesOf(to("alone"), new Map());
    expect(alone?.path).toHaveLength(1);
    expect(alone && inherited(alone, "groupWait")).toBeUndefined();
  });
});
