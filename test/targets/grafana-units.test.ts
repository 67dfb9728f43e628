import * as known from "@grafana/grafana-foundation-sdk/units";
import { describe, expect, it } from "vitest";
import { grafanaUnit } from "../../generators/panels/units.ts";
import type { ScaledUnit } from "../../generators/language/unit.ts";

// A record, so that a unit which is new in the language does not compile until somebody decides what Grafana calls it.
const scaled: Readonly<Record<ScaledUnit, string>> = {
  nanoseconds: "ns",
  microseconds: "µs",
  milliseconds: "ms",
  seconds: "s",
  minutes: "m",
  hours: "h",
  days: "d",
  bits: "decbits",
  bytes: "decbytes",
  kilobytes: "deckbytes",
  megabytes: "decmbytes",
  gigabytes: "decgbytes",
  kibibytes: "kbytes",
  mebibytes: "mbytes",
  gibibytes: "gbytes",
  "bits/s": "bps",
  "bytes/s": "Bps",
  "kilobytes/s": "KBs",
  "megabytes/s": "MBs",
  "gigabytes/s": "GBs",
  "kibibytes/s": "KiBs",
  "mebibytes/s": "MiBs",
  "gibibytes/s": "GiBs",
  ratio: "percentunit",
  percent: "percent",
  "seconds/s": "percentunit",
  "milliseconds/s": "suffix:milliseconds/s",
  "microseconds/s": "suffix:microseconds/s",
  "nanoseconds/s": "suffix:nanoseconds/s",
  timestamp: "dateTimeAsIso",
};
const plain = {
  count: "short",
  "count/s": "cps",
  bool: "none",
  none: "none",
  fps: "suffix:fps",
  "scenes/s": "suffix:scenes/s",
  // No name that every object has is taken for a unit.
  constructor: "suffix:constructor",
};

describe("a unit of the language in Grafana", () => {
  it.each(Object.entries({ ...scaled, ...plain }))("%s is %s", (unit, expected) => {
    expect(grafanaUnit(unit)).toBe(expected);
  });

  it("is one that Grafana knows, or a word after the number", () => {
    const ids = new Set<unknown>(Object.values(known));
    const own = Object.keys({ ...scaled, ...plain }).map(grafanaUnit);
    expect(own.filter((id) => !ids.has(id) && !id.startsWith("suffix:"))).toEqual([]);
  });
});
