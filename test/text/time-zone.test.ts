import { expect, test } from "vitest";
import { isTimeZone, timeZoneFix } from "../../generators/text/time-zone.ts";

test.each(["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires", "Asia/Calcutta"])(
  "%s is one",
  (name) => {
    expect(isTimeZone(name)).toBe(true);
  },
);

test.each([
  ["europe/berlin", 'write "Europe/Berlin"'],
  ["EUROPE/BERLIN", 'write "Europe/Berlin"'],
  ["Europe/Berln", 'write "Europe/Berlin"'],
  ["Berlin", 'write "Europe/Berlin"'],
  ["america/new york", 'write "America/New_York"'],
  ["utc", 'write "UTC"'],
  ["home", 'write a name of the IANA time zone database, such as "Europe/Berlin" or "UTC"'],
  ["", 'write a name of the IANA time zone database, such as "Europe/Berlin" or "UTC"'],
])("%s is none", (name, fix) => {
  expect(isTimeZone(name)).toBe(false);
  expect(timeZoneFix(name)).toBe(fix);
});
