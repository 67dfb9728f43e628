import { alert, receiver, route, severity, timeInterval } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { bySeverity, critical, onCall, unrouted } from "./small-platform.ts";
import { orderRate, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "references-are-listed";
const receivers = { onCall, unrouted };

// the stranger
const stranger = receiver("stranger", { description: "Somebody.", email: [{ to: "a@example.org" }] });

test("a route to a receiver that the platform does not have", () => {
  // to a stranger
  const lost = route({ match: { severity: critical }, receiver: stranger });
  const routing = route({ receiver: unrouted, routes: [lost] });
  expect(problemsOf(id, definitionsWith({ platform: { receivers, routing } }))).toEqual([
    `${at("to a stranger")}: the route to "stranger" names the receiver "stranger", which the platform does not have (${id})\n` +
      `  mend: give platform(…) the receiver of ${at("the stranger")}, or name one that it has`,
  ]);
  expect(
    problemsOf(id, definitionsWith({ platform: { receivers: { ...receivers, stranger }, routing } })),
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
      `  mend: give platform(…) the time interval of ${at("the nights")}, or name one that it has`,
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
      `  mend: give platform(…) the severity of ${at("the whim")}, or name one that it has`,
  ]);
});

test("what the platform lists may be referred to", () => {
  expect(problemsOf(id, definitionsWith({}))).toEqual([]);
});
