import { describe, expect, test } from "vitest";
import {
  daysIn,
  minuteOfDay,
  minutesIn,
  openMinutes,
  neverNotifies,
} from "../../generators/routing/open-minutes.ts";
import { interval, route } from "../targets/small-routing.ts";

/** As many hours of the week. */
function openHours(parts: Parameters<typeof interval>[1]): number {
  return openMinutes({ ...interval("times"), ...parts }).size / 60;
}

describe("the minutes of the week", () => {
  test("working days from nine to five", () => {
    const open = openMinutes(interval("office"));
    expect(open.size).toBe(5 * 8 * 60);
    // Monday, the second day: from 9:00, and not 17:00.
    const monday = 24 * 60;
    expect([8 * 60 + 59, 9 * 60, 16 * 60 + 59, 17 * 60].map((minute) => open.has(monday + minute))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
  test.each([
    [
      "days that overlap count once",
      { weekdays: ["monday:friday", "friday:saturday"], times: [{ from: "0:00", to: "24:00" }] },
      6 * 24,
    ],
    [
      "times that overlap count once",
      {
        weekdays: ["sunday"],
        times: [
          { from: "9:00", to: "12:00" },
          { from: "11:00", to: "13:30" },
        ],
      },
      4.5,
    ],
    ["no times at all", { weekdays: ["sunday:saturday"], times: [] }, 0],
    ["no days at all", { weekdays: [], times: [{ from: "0:00", to: "24:00" }] }, 0],
    [
      "days that end before they start hold nothing",
      { weekdays: ["saturday:sunday"], times: [{ from: "0:00", to: "24:00" }] },
      0,
    ],
  ] as const)("%s", (_, parts, expected) => {
    expect(openHours(parts)).toBe(expected);
  });
  test("what is not said holds always", () => {
    const { weekdays, times, ...place } = interval("times");
    expect(openMinutes(place).size).toBe(7 * 24 * 60);
    expect(openMinutes({ ...place, ...(weekdays ? { weekdays } : {}) }).size).toBe(5 * 24 * 60);
    expect(openMinutes({ ...place, ...(times ? { times } : {}) }).size).toBe(7 * 8 * 60);
  });
});

test.each([
  ["monday", [1]],
  ["monday:friday", [1, 2, 3, 4, 5]],
  ["sunday:saturday", [0, 1, 2, 3, 4, 5, 6]],
  ["saturday:sunday", undefined],
  ["someday", undefined],
])("the days %s", (range, expected) => {
  expect(daysIn(range)).toEqual(expected);
});

test.each([
  ["0:00", 0],
  ["09:05", 545],
  ["24:00", 1440],
  ["24:01", undefined],
  ["9:60", undefined],
  ["9", undefined],
  ["9.5:00", undefined],
])("the time of day %s", (clock, expected) => {
  expect(minuteOfDay(clock)).toBe(expected);
});

test("a time that does not end after it starts is none", () => {
  expect(minutesIn({ from: "9:00", to: "17:00" })).toEqual({ from: 540, to: 1020 });
  expect(minutesIn({ from: "9:00", to: "9:00" })).toBeUndefined();
  expect(minutesIn({ from: "22:00", to: "6:00" })).toBeUndefined();
  expect(minutesIn({ from: "9:00", to: "25:00" })).toBeUndefined();
});

describe("times at different places are not laid over each other", () => {
  const [here, there] = ["Europe/Berlin", "Asia/Tokyo"].map((location) => interval("office", { location }));
  test.each([
    ["muted at the same place", { activeDuring: [here], mutedDuring: [here] }, true],
    ["muted at another", { activeDuring: [here], mutedDuring: [there] }, false],
    ["active at both, muted at one", { activeDuring: [here, there], mutedDuring: [here] }, false],
    ["active at both, muted at both", { activeDuring: [here, there], mutedDuring: [there, here] }, true],
  ])("%s", (_, times, expected) => {
    const [activeDuring, mutedDuring] = [times.activeDuring, times.mutedDuring].map((list) =>
      list.flatMap((one) => one ?? []),
    );
    expect(neverNotifies(route({ activeDuring: activeDuring ?? [], mutedDuring: mutedDuring ?? [] }))).toBe(
      expected,
    );
  });
});
