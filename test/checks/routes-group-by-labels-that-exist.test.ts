import { alert, copyRoute, route } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { critical, low, onCall, unrouted } from "./small-platform.ts";
import { orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "routes-group-by-labels-that-exist";
type RouteOptions = Parameters<typeof route>[0];
const toAll = { match: { severity: [critical, low] }, receiver: onCall };
const problems = (routing: ReturnType<typeof route>, parts: Parts = {}) =>
  problemsOf(id, definitionsWith({ ...parts, platform: { routing } }));
const tree = (root: Partial<RouteOptions>, child: Partial<RouteOptions> = {}) =>
  route({ receiver: unrouted, ...root, routes: [route({ ...toAll, ...child })] });

test("a misspelt label is reported at its route, with the nearest and all that there are", () => {
  // misspelt
  const child = route({ ...toAll, groupBy: ["alertnam", "service"] });
  expect(problems(route({ receiver: unrouted, routes: [child] }))).toEqual([
    `${at("misspelt")}: the route to "on-call" groups by "alertnam", which none of its alerts has (did you mean 'alertname'?) (${id})\n` +
      "  fix: correct the label, or remove it; its alerts have alertname, component, environment, guard, instance, job, missing, service, severity",
  ]);
});

test.each<[string, string[]]>([
  ["labels of the rule", ["alertname", "severity", "service", "component"]],
  ["a label of its series", ["instance"]],
  ["an external label", ["environment"]],
  ["all labels", ["..."]],
  ["none", []],
])("%s are fine", (_, groupBy) => {
  expect(problems(tree({ groupBy }))).toEqual([]);
  expect(problems(tree({}, { groupBy }))).toEqual([]);
});

test("a label that only some alerts have is fine", () => {
  const Tagged = alert({ ...plainWords, expr: orderRate.gt(5), labels: { team: "till" } });
  expect(problems(tree({ groupBy: ["team"] }), { alerts: { Tagged } })).toEqual([]);
});

test("a label that a rule takes away is none", () => {
  const expr = sales.shop_orders_total.rate("5m").gt(5);
  const problemsWith = (labels: Record<string, string>) =>
    problems(tree({ groupBy: ["channel"] }), { alerts: { Many: alert({ ...plainWords, expr, labels }) } });
  expect(problemsWith({})).toEqual([]);
  expect(problemsWith({ channel: "" })).toHaveLength(1);
});

test("what is inherited is reported where it is said, once", () => {
  expect(problems(tree({ groupBy: ["zone"] }))).toEqual([
    expect.stringContaining('the route to "unrouted" groups by "zone"'),
  ]);
});

test("what no route below inherits, and no alert reaches, is left alone", () => {
  expect(problems(tree({ groupBy: ["zone"] }, { groupBy: ["service"] }))).toEqual([]);
});

test("a route counts only the alerts that reach it", () => {
  const Tagged = alert({ ...plainWords, severity: low, expr: orderRate.gt(5), labels: { team: "till" } });
  const routes = [
    route({ match: { severity: critical }, receiver: onCall, groupBy: ["team"] }),
    route({ match: { severity: low }, receiver: onCall, groupBy: ["team"] }),
  ];
  expect(problems(route({ receiver: unrouted, routes }), { alerts: { Tagged } })).toHaveLength(1);
});

test("what a service notifies besides is looked at as well", () => {
  const copy = copyRoute({ receiver: onCall, groupBy: ["instnce"] });
  expect(problemsOf(id, definitionsWith({ copies: { copy } }))).toEqual([
    expect.stringContaining("(did you mean 'instance'?)"),
  ]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the alerts of the tills follow next week" };
  expect(problems(tree({}, { groupBy: ["zone"], allow }))).toEqual([]);
});
