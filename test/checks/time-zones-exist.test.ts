import { timeInterval } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { smallLogs, smallPlatform } from "./small-platform.ts";

const at = markedPlaces(import.meta.url);
const id = "time-zones-exist";
const { file, line } = smallPlatform.place;

test("a misspelt zone of a time interval is reported with the nearest", () => {
  // another zone
  const times = timeInterval("times", { location: "Europe/Berlni" });
  expect(problemsOf(id, definitionsWith({ platform: { timeIntervals: { times } } }))).toEqual([
    `${at("another zone")}: time interval "times" is in Europe/Berlni, which is no time zone (${id})\n` +
      '  fix: write "Europe/Berlin", if that is what you mean, or another name of the IANA time zone database',
  ]);
});

test("that of log lines is reported at the platform, in the same words", () => {
  const logs = { ...smallLogs, timeZone: "europe/berlin" };
  expect(problemsOf(id, definitionsWith({ platform: { logs } }))).toEqual([
    `${file}:${line}: the platform's logs are in europe/berlin, which is no time zone (${id})\n` +
      '  fix: write "Europe/Berlin", if that is what you mean, or another name of the IANA time zone database',
  ]);
});

test("where nothing is near, any name is asked for", () => {
  const logs = { ...smallLogs, timeZone: "Mars/Olympus Mons" };
  expect(problemsOf(id, definitionsWith({ platform: { logs } }))).toEqual([
    expect.stringContaining(
      'fix: write a name of the IANA time zone database, such as "Europe/Berlin" or "UTC"',
    ),
  ]);
});

test.each(["UTC", "Europe/Berlin", "Asia/Kolkata", "US/Eastern"])("%s is fine in both", (zone) => {
  const times = timeInterval("times", { location: zone });
  const platform = { timeIntervals: { times }, logs: { ...smallLogs, timeZone: zone } };
  expect(problemsOf(id, definitionsWith({ platform }))).toEqual([]);
});
