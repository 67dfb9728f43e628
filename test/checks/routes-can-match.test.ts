import { alert, route } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { bySeverity, critical, low, onCall, unrouted } from "./small-platform.ts";
import { FewOrders, orderRate, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "routes-can-match";
type Route = ReturnType<typeof route>;

/** The only alert is FewOrders: critical, of the service shop, its series have an instance. */
function problems(...routes: readonly Route[]): string[] {
  const routing = route({ receiver: unrouted, routes });
  return problemsOf(id, definitionsWith({ platform: { routing, receivers: { onCall, unrouted } } }));
}

test("a route that no alert reaches is reported, with what it asks for", () => {
  // nobody
  const lost = route({
    match: { severity: low, service: "shop", labels: { team: /sales.*/ } },
    receiver: onCall,
  });
  expect(problems(lost, bySeverity)).toEqual([
    `${at("nobody")}: no alert reaches the route to "on-call" (severity="low", service="shop", team=~"sales.*") (${id})\n` +
      "  fix: correct what it matches, move it before the route that takes its alerts, remove it, " +
      `or suppress it with a reason: allow: { "${id}": "…" }`,
  ]);
});

test.each<[string, Route]>([
  ["a misspelt service", route({ match: { service: "shopp" }, receiver: onCall })],
  ["an alert of another severity", route({ match: { alert: FewOrders, severity: low }, receiver: onCall })],
  ["a label that no alert has", route({ match: { labels: { team: "sales" } }, receiver: onCall })],
  [
    "a pattern that must match to the end",
    route({ match: { labels: { component: /sal/ } }, receiver: onCall }),
  ],
])("%s is reported", (_, lost) => {
  expect(problems(lost, bySeverity)).toHaveLength(1);
});

test.each<[string, Route]>([
  ["an alert", route({ match: { alert: FewOrders }, receiver: onCall })],
  ["a list of alerts", route({ match: { alert: [FewOrders] }, receiver: onCall })],
  ["a pattern", route({ match: { labels: { component: /sal.*/ } }, receiver: onCall })],
  [
    "a label whose value only the series knows",
    route({ match: { labels: { instance: "a:1" } }, receiver: onCall }),
  ],
  ["an external label", route({ match: { labels: { environment: "production" } }, receiver: onCall })],
])("%s can match", (_, found) => {
  expect(problems(found)).toEqual([]);
});

test("a route behind one that takes all its alerts is reported, unless that one goes on", () => {
  const behind = route({ match: { severity: critical }, receiver: onCall });
  expect(problems(bySeverity, behind)).toEqual([
    expect.stringContaining('no alert reaches the route to "on-call"'),
  ]);
  expect(
    problems(route({ match: { severity: critical }, receiver: onCall, continue: true }), behind),
  ).toEqual([]);
});

test("a route without a match takes everything, and so starves those behind it", () => {
  const all = route({ receiver: onCall });
  const behind = route({ receiver: unrouted });
  expect(problems(all, behind)).toEqual([
    expect.stringContaining('no alert reaches the route to "unrouted" (without a match)'),
  ]);
});

test("a child that asks for what its parent excludes is reported", () => {
  const child = route({ match: { severity: low }, receiver: onCall });
  const parent = route({ match: { severity: critical }, receiver: onCall, routes: [child] });
  expect(problems(parent)).toEqual([expect.stringContaining('(severity="low")')]);
});

test("a parent whose children take all its alerts is reached through them", () => {
  const child = route({ match: { service: "shop" }, receiver: onCall });
  expect(problems(route({ match: { severity: critical }, receiver: unrouted, routes: [child] }))).toEqual([]);
});

test("a label that an alert sets itself counts", () => {
  const Firing = alert({ ...plainWords, labels: { team: "sales" }, expr: orderRate.gt(5) });
  const toTeam = route({ match: { labels: { team: "sales" } }, receiver: onCall });
  const routing = route({ receiver: unrouted, routes: [toTeam, bySeverity] });
  expect(problemsOf(id, definitionsWith({ platform: { routing }, alerts: { Firing } }))).toEqual([]);
});

test("of a branch that nothing reaches, only its topmost route is reported, and one reason keeps the branch", () => {
  const leaf = route({ match: { severity: critical }, receiver: onCall });
  const branch = { match: { service: "new" }, receiver: onCall, routes: [leaf] };
  expect(problems(route(branch), bySeverity)).toEqual([expect.stringContaining('(service="new")')]);
  const allow = { [id]: "the new service comes next week" };
  expect(problems(route({ ...branch, allow }), bySeverity)).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the alerts of the new service come next week" };
  expect(problems(route({ match: { service: "new" }, receiver: onCall, allow }), bySeverity)).toEqual([]);
});
