import { alert, receiver, route, severity } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { bySeverity, critical, onCall, unrouted, low } from "./small-platform.ts";
import { orderRate, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "alerts-reach-a-receiver";
const receivers = { onCall, unrouted };
const info = severity("info", { rank: 3, response: "none", color: "green" });

/** The small definitions with these routes below the root. */
function routed(...routes: readonly ReturnType<typeof route>[]) {
  return definitionsWith({ platform: { receivers, routing: route({ receiver: unrouted, routes }) } });
}

test("an alert that no route takes is reported, with the labels that routes see and the root they stand under", () => {
  // forgotten
  const Curious = alert({ ...plainWords, severity: info, expr: orderRate.gt(5) });
  // the root
  const routing = route({ receiver: unrouted, routes: [bySeverity] });
  expect(problemsOf(id, definitionsWith({ alerts: { Curious }, platform: { routing } }))).toEqual([
    `${at("forgotten")}: no route takes alert "Curious" (severity="info", service="shop", component="sales"): it would fall through to "unrouted" (${id})\n` +
      `  fix: add a route for it below ${at("the root")}, or give it a severity that has a route`,
  ]);
});

test("a root that is the only route takes every alert", () => {
  expect(problemsOf(id, definitionsWith({ platform: { routing: route({ receiver: onCall }) } }))).toEqual([]);
  const hole = receiver("hole", { description: "Nobody yet.", notifiers: [] });
  const platform = { receivers: { ...receivers, hole }, routing: route({ receiver: hole }) };
  expect(problemsOf(id, definitionsWith({ platform }))).toEqual([
    expect.stringContaining('alert "FewOrders" notifies nobody: "hole" has no notifier'),
  ]);
});

test("a receiver whose description asks how they are notified is said by the check on what is left open, unless that is allowed", () => {
  const description = `${"TO" + "DO"}: how are they notified?`;
  const asking = (allow?: Readonly<Record<string, string>>) => {
    const team = receiver("team", { description, notifiers: [], ...(allow && { allow }) });
    return definitionsWith({
      platform: { receivers: { ...receivers, team }, routing: route({ receiver: team }) },
    });
  };
  expect(problemsOf(id, asking())).toEqual([]);
  expect(problemsOf("placeholders-are-filled", asking())).toEqual(
    expect.arrayContaining([expect.stringContaining('description still says "')]),
  );
  expect(problemsOf(id, asking({ "placeholders-are-filled": "they are hired in spring" }))).toEqual([
    expect.stringContaining('notifies nobody: "team" has no notifier'),
  ]);
});

test("a route that takes it only for some of its series lets the others fall through", () => {
  const maybe = route({ match: { labels: { instance: "shop-1:8080" } }, receiver: onCall });
  expect(problemsOf(id, routed(maybe))).toEqual([
    expect.stringContaining(
      'depending on its other labels, perhaps no route takes alert "FewOrders" (severity="critical", service="shop", component="sales"): it would',
    ),
  ]);
});

test("a copy that goes on takes no alert: nobody is answerable for it", () => {
  const copy = route({ match: { service: "shop" }, receiver: onCall, continue: true });
  expect(problemsOf(id, routed(copy))).toEqual([
    expect.stringContaining(
      'no route takes alert "FewOrders" (severity="critical", service="shop", component="sales"): only copies of it are sent, by routes that say continue',
    ),
  ]);
  const taking = route({ match: { severity: critical }, receiver: onCall });
  expect(problemsOf(id, routed(copy, taking))).toEqual([]);
});

test("a route below the root that keeps what its own children leave is no falling through", () => {
  const child = route({ match: { severity: low }, receiver: unrouted });
  const parent = route({ match: { severity: critical }, receiver: onCall, routes: [child] });
  expect(problemsOf(id, routed(parent))).toEqual([]);
});

test("an alert whose receivers notify by nothing reaches nobody", () => {
  const hole = receiver("hole", { description: "Nobody yet.", notifiers: [] });
  const routing = route({
    receiver: unrouted,
    routes: [route({ match: { severity: critical }, receiver: hole })],
  });
  // notifies nobody
  const Unheard = alert({ ...plainWords, expr: orderRate.gt(5) });
  const platform = { receivers: { ...receivers, hole }, routing };
  const definitions = definitionsWith({ alerts: { FewOrders: undefined, Unheard }, platform });
  expect(problemsOf(id, definitions)).toEqual([
    `${at("notifies nobody")}: alert "Unheard" notifies nobody: "hole" has no notifier (${id})\n` +
      "  fix: give the receiver a notifier, such as notifiers: [slack({ … })]",
  ]);
});

test("a hole beside a receiver that notifies is somebody's own choice", () => {
  const hole = receiver("hole", { description: "Nobody yet.", notifiers: [] });
  const routing = route({
    receiver: unrouted,
    routes: [route({ match: { service: "shop" }, receiver: hole, continue: true }), bySeverity],
  });
  const platform = { receivers: { ...receivers, hole }, routing };
  expect(problemsOf(id, definitionsWith({ platform }))).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "it is only there to be seen on the page of Prometheus" };
  const Curious = alert({ ...plainWords, allow, severity: info, expr: orderRate.gt(5) });
  expect(problemsOf(id, definitionsWith({ alerts: { Curious } }))).toEqual([]);
});
