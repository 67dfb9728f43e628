import { expect, test } from "vitest";
import { isTimeZone, timeZoneMeant } from "../../generators/text/time-zone.ts";

test.each([
  "UTC",
  "GMT",
  "CET",
  "EST5EDT",
  "Etc/UTC",
  "Etc/GMT-2",
  "Europe/Berlin",
  "Europe/Kyiv",
  "Europe/Kiev",
  "Asia/Kolkata",
  "Asia/Calcutta",
  "America/Argentina/Buenos_Aires",
  "US/Eastern",
])("%s is one", (name) => {
  expect(isTimeZone(name)).toBe(true);
});

// Node.js itself takes many of these, of ICU's own or in any case, and Go none.
test.each([
  "",
  "CEST",
  "PST",
  "BST",
  "JST",
  "ACT",
  "SystemV/AST4",
  "UTC+2",
  "+02:00",
  "US/EASTERN",
  "utc",
  "Local",
])("%j is none", (name) => {
  expect(isTimeZone(name)).toBe(false);
});

test.each([
  ["europe/berlin", "Europe/Berlin"],
  ["EUROPE/BERLIN", "Europe/Berlin"],
  ["Europe/Berln", "Europe/Berlin"],
  ["us/eastern", "US/Eastern"],
  ["utc", "UTC"],
  ["Berlin", "Europe/Berlin"],
  ["new york", "America/New_York"],
  ["CEST", "Europe/Berlin"],
  ["pst", "America/Los_Angeles"],
  ["UTC+2", "Etc/GMT-2"],
  ["GMT-05:00", "Etc/GMT+5"],
  ["UTC+99", undefined],
  ["XYZ", undefined],
])("%s is probably %s", (name, meant) => {
  expect(timeZoneMeant(name)).toBe(meant);
});

test("what is meant is one", () => {
  for (const name of [
    "CEST",
    "EEST",
    "WEST",
    "BST",
    "MSK",
    "PDT",
    "MDT",
    "CDT",
    "EDT",
    "BRT",
    "IST",
    "SGT",
    "JST",
    "KST",
    "AEDT",
    "NZDT",
  ])
    expect(isTimeZone(timeZoneMeant(name) ?? "")).toBe(true);
});
