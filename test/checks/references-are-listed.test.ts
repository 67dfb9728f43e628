import { alert, copyRoute, email, inhibition, receiver, route, severity, timeInterval } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { bySeverity, critical, onCall, unrouted } from "./small-platform.ts";
import { FewOrders, orderRate, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "references-are-listed";
const receivers = { onCall, unrouted };

// the unlisted one
const unlisted = receiver("unlisted", {
  description: "Somebody.",
  notifiers: [email({ to: "a@example.org" })],
});

test("a route to a receiver that the platform does not have", () => {
  // to an unlisted one
  const lost = route({ match: { severity: critical }, receiver: unlisted });
  const routing = route({ receiver: unrouted, routes: [lost] });
  expect(problemsOf(id, definitionsWith({ platform: { receivers, routing } }))).toEqual([
    `${at("to an unlisted one")}: the route to "unlisted" names the receiver "unlisted", which the platform does not have (${id})\n` +
      `  fix: give platform(…) the receiver of ${at("the unlisted one")}, or name one that it has`,
  ]);
  expect(
    problemsOf(id, definitionsWith({ platform: { receivers: { ...receivers, unlisted }, routing } })),
  ).toEqual([]);
});

test("times that the platform does not have", () => {
  // the nights
  const nights = timeInterval("nights", {
    times: [{ from: "22:00", to: "24:00" }],
    location: "Europe/Berlin",
  });
  // at night
  const silent = route({ match: { severity: critical }, receiver: onCall, mutedDuring: [nights] });
  const routing = route({ receiver: unrouted, routes: [silent, bySeverity] });
  expect(problemsOf(id, definitionsWith({ platform: { routing } }))).toEqual([
    `${at("at night")}: the route to "${onCall.name}" names the time interval "nights", which the platform does not have (${id})\n` +
      `  fix: give platform(…) the time interval of ${at("the nights")}, or name one that it has`,
  ]);
  expect(problemsOf(id, definitionsWith({ platform: { routing, timeIntervals: { nights } } }))).toEqual([]);
});

test("an alert of a severity that the platform does not have", () => {
  // the whim
  const whim = severity("whim", { rank: 9, response: "none", color: "green" });
  // on a whim
  const Whimsical = alert({ ...plainWords, severity: whim, expr: orderRate.gt(5) });
  expect(problemsOf(id, definitionsWith({ alerts: { Whimsical } }))).toEqual([
    `${at("on a whim")}: alert "Whimsical" names the severity "whim", which the platform does not have (${id})\n` +
      `  fix: give platform(…) the severity of ${at("the whim")}, or name one that it has`,
  ]);
});

// nobody exports it
const Hidden = alert({ ...plainWords, expr: orderRate.gt(5) });
const exportIt = "  fix: export that alert from the alerts of its service, or name another one";

test("an alert that a route, a copy route or an inhibition names, and that no service exports", () => {
  // to the hidden one
  const taking = route({ match: { alert: [FewOrders, Hidden] }, receiver: onCall, continue: true });
  // a copy of the hidden one
  const copy = copyRoute({ match: { alert: Hidden }, receiver: unlisted });
  // muted by the hidden one
  const inhibits = inhibition("inhibits", {
    source: { alert: Hidden },
    target: { alert: [Hidden] },
    equal: ["service"],
  });
  const parts = {
    platform: { routing: route({ receiver: unrouted, routes: [taking, bySeverity] }) },
    copies: { copy },
    inhibitions: { inhibits },
  };
  const others = `${at("a copy of the hidden one")}, ${at("muted by the hidden one")}`;
  expect(problemsOf(id, definitionsWith(parts))).toEqual([
    `${at("to the hidden one")}: the route to "on-call" names the alert of ${at("nobody exports it")}, which no service exports; ` +
      `the same at ${others} (${id})\n${exportIt}`,
  ]);
  expect(problemsOf("routes-can-match", definitionsWith(parts))).toEqual([]);
  expect(problemsOf("inhibitions-can-match", definitionsWith(parts))).toEqual([]);
  expect(problemsOf(id, definitionsWith({ ...parts, alerts: { Hidden } }))).toEqual([]);
});

test("what a copy route names need not be listed, unless a route of the platform names it too", () => {
  const nights = timeInterval("nights", {
    times: [{ from: "22:00", to: "24:00" }],
    location: "Europe/Berlin",
  });
  // a copy to the unlisted one
  const copy = copyRoute({ receiver: unlisted, mutedDuring: [nights] });
  expect(problemsOf(id, definitionsWith({ copies: { copy } }))).toEqual([]);
  // the platform's own
  const own = route({ match: { severity: critical }, receiver: unlisted, mutedDuring: [nights] });
  const routing = route({ receiver: unrouted, routes: [own, bySeverity] });
  const both = problemsOf(id, definitionsWith({ copies: { copy }, platform: { routing } }));
  const start = 'the route to "unlisted" names the';
  expect(both.map((problem) => problem.split("\n")[0])).toEqual(
    ['receiver "unlisted"', 'time interval "nights"'].map(
      (what) =>
        `${at("a copy to the unlisted one")}: ${start} ${what}, which the platform does not have; the same at ${at("the platform's own")} (${id})`,
    ),
  );
});

test("what the platform lists may be referred to", () => {
  expect(problemsOf(id, definitionsWith({}))).toEqual([]);
});
