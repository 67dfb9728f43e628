import { receiver, route, severity, timeInterval, type Platform } from "signalbox";
import { expect, test } from "vitest";
import type { Allowances } from "../../generators/language/allow.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { bySeverity, critical, onCall, unrouted } from "./small-platform.ts";

const at = markedPlaces(import.meta.url);
const id = "policy-is-used";
const severities = { critical };
const problems = (platform: Partial<Platform>) =>
  problemsOf(id, definitionsWith({ platform: { severities, ...platform } }));

const notice = { rank: 3, response: "no response needed", color: "green" } as const;
const partner = { description: "A partner, by a copy.", notifiers: [] };
const nights = { times: [{ from: "00:00", to: "06:00" }], location: "Europe/Berlin" } as const;
const keeping = 'remove it, or suppress it with a reason: allow: { "policy-is-used": "…" }';

test("a severity that no alert has is reported", () => {
  // unused severity
  const unused = severity("notice", notice);
  expect(problems({ severities: { critical, unused } })).toEqual([
    `${at("unused severity")}: no alert has the severity "notice" (${id})\n  fix: give it to an alert, ${keeping}`,
  ]);
});

test("a receiver that no route leads to is reported", () => {
  // lost receiver
  const unused = receiver("partner", partner);
  expect(problems({ receivers: { onCall, unrouted, unused } })).toEqual([
    `${at("lost receiver")}: no route leads to the receiver "partner" (${id})\n  fix: add a route to it, ${keeping}`,
  ]);
});

test("a time interval that no route names is reported", () => {
  // forgotten time
  const unused = timeInterval("nights", nights);
  expect(problems({ timeIntervals: { unused } })).toEqual([
    `${at("forgotten time")}: no route names the time interval "nights" (${id})\n  fix: name it in a route, as activeDuring or mutedDuring, ${keeping}`,
  ]);
});

const named = timeInterval("nights", nights);
const away = receiver("partner", partner);

test.each([
  ["as the time of a route", route({ ...bySeverity, activeDuring: [named] })],
  ["as the time in which a route is mute", route({ ...bySeverity, mutedDuring: [named] })],
  ["far down", route({ ...bySeverity, routes: [route({ receiver: onCall, mutedDuring: [named] })] })],
])("a time interval that is named %s is used", (_, below) => {
  const routing = route({ receiver: unrouted, routes: [below] });
  expect(problems({ timeIntervals: { named }, routing })).toEqual([]);
});

test.each([
  ["the root", route({ receiver: away, routes: [bySeverity] })],
  [
    "a route that no alert reaches: that is reported for the route",
    route({
      receiver: unrouted,
      routes: [bySeverity, route({ match: { service: "new" }, receiver: away })],
    }),
  ],
])("a receiver of %s is used", (_, routing) => {
  expect(problems({ receivers: { onCall, away }, routing })).toEqual([]);
});

function unusedOnes(allow: Allowances): Partial<Platform> {
  return {
    severities: { critical, unused: severity("notice", { ...notice, allow }) },
    receivers: { onCall, unrouted, unused: receiver("partner", { ...partner, allow }) },
    timeIntervals: { unused: timeInterval("nights", { ...nights, allow }) },
  };
}

test("each can be kept with a reason, as the fix says", () => {
  expect(problems(unusedOnes({}))).toHaveLength(3);
  expect(problems(unusedOnes({ [id]: "the alerts for it come with the next service" }))).toEqual([]);
});

test("a reason may stay when the use comes", () => {
  const allow = { [id]: "the alerts for it come with the next service" };
  const used = receiver("partner", { ...partner, allow });
  const routing = route({ receiver: used, routes: [bySeverity] });
  expect(problems({ receivers: { onCall, used }, routing })).toEqual([]);
});
