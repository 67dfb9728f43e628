import { timeInterval } from "signalbox";
import { expect, test } from "vitest";
import type { TimeIntervalOptions } from "../../generators/language/routing.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";

const at = markedPlaces(import.meta.url);
const id = "time-intervals-are-possible";
const location = "Europe/Berlin";

function problemsWith(options: Omit<TimeIntervalOptions, "location">): string[] {
  // the interval
  const times = timeInterval("times", { location, ...options });
  return problemsOf(id, definitionsWith({ platform: { timeIntervals: { times } } }));
}

test.each<[string, Omit<TimeIntervalOptions, "location">]>([
  ["always", {}],
  ["one day", { weekdays: ["saturday"] }],
  ["all days, as Alertmanager counts them", { weekdays: ["sunday:saturday"] }],
  ["a whole day", { times: [{ from: "00:00", to: "24:00" }] }],
  ["hours without a zero before them", { times: [{ from: "9:00", to: "17:30" }] }],
])("%s is possible", (_, options) => {
  expect(problemsWith(options)).toEqual([]);
});

test.each<[Omit<TimeIntervalOptions, "location">, string, string]>([
  [
    { weekdays: [] },
    "has an empty list of days, so it never applies",
    "omit the list if it always applies, or put something in it",
  ],
  [
    { times: [] },
    "has an empty list of times, so it never applies",
    "omit the list if it always applies, or put something in it",
  ],
  [
    { weekdays: ["monday:friday", "saturday:sunday"] },
    "goes from saturday back to sunday: to Alertmanager a week starts on Sunday and ends on Saturday",
    'write it as two, such as "saturday" and "sunday"',
  ],
  [
    { times: [{ from: "22:00", to: "6:00" }] },
    "goes from 22:00 to 6:00, which is empty",
    "end it after it starts; write a time over midnight as two: to 24:00, and from 00:00",
  ],
  [
    { times: [{ from: "9:00", to: "09:00" }] },
    "goes from 9:00 to 09:00, which is empty",
    "end it after it starts; write a time over midnight as two: to 24:00, and from 00:00",
  ],
  [
    { times: [{ from: "9:60", to: "17:00" }] },
    "says 9:60, which is not a time of day",
    "write 00:00 to 24:00",
  ],
  [
    { times: [{ from: "9:00", to: "24:01" }] },
    "says 24:01, which is not a time of day",
    "write 00:00 to 24:00",
  ],
])("%j", (options, message, fix) => {
  expect(problemsWith(options)).toEqual([
    `${at("the interval")}: time interval "times" ${message} (${id})\n  fix: ${fix}`,
  ]);
});
