import { describe, expect, it } from "vitest";
import { factor, gib, ms, percent, seconds } from "../../generators/language/quantity.ts";
import { regionsOfAlert, regionsOfLine, valueIn } from "../../generators/model/dashboards/thresholds.ts";
import { alertModel } from "../targets/small-rules.ts";

describe("a value in the unit of a panel", () => {
  it.each([
    { value: 0.5, from: "seconds", unit: "milliseconds", expected: 500 },
    { value: 5, from: "percent", unit: "ratio", expected: 0.05 },
    { value: 45, from: "fps", unit: "fps", expected: 45 },
    { value: 45, from: "fps", unit: "none", expected: 45 },
    { value: 45, from: "none", unit: "bytes", expected: 45 },
    { value: 45, from: "count", unit: "connections", expected: 45 },
    { value: 45, from: "seconds", unit: "bytes", expected: undefined },
    { value: 45, from: "seconds", unit: "fps", expected: undefined },
    { value: 45, from: "fps", unit: "seconds", expected: undefined },
  ])("$value $from is $expected $unit", ({ value, from, unit, expected }) => {
    expect(valueIn(unit, value, from)).toBe(expected);
  });
});

describe("the threshold of an alert on a panel", () => {
  const slow = alertModel({ threshold: { op: ">", value: 0.5, unit: "seconds", text: "500ms" } });

  it("is in the panel's unit and in the colour of the severity", () => {
    expect(regionsOfAlert(slow, "milliseconds")).toEqual([{ from: 500, to: Infinity, color: "red" }]);
  });

  it("is left out when the panel measures something else, for a check to find", () => {
    expect(regionsOfAlert(slow, "bytes")).toEqual([]);
  });

  it("is left out when the alert has none", () => {
    expect(regionsOfAlert(alertModel({ threshold: undefined }), "seconds")).toEqual([]);
  });
});

describe("a line of a panel", () => {
  it.each([
    { what: "a bare number is in the panel's unit", value: 90, unit: "fps", expected: 90 },
    { what: "a quantity is converted", value: ms(500), unit: "seconds", expected: 0.5 },
    { what: "GiB are 1024³ bytes", value: gib(1), unit: "bytes", expected: 1_073_741_824 },
    { what: "a multiple counts", value: percent(10).times(2), unit: "percent", expected: 20 },
    { what: "a factor is a ratio", value: factor(2), unit: "ratio", expected: 2 },
  ])("$what", ({ value, unit, expected }) => {
    const line = { value, color: "orange", side: "below" } as const;
    expect(regionsOfLine(line, unit)).toEqual([{ from: -Infinity, to: expected, color: "orange" }]);
  });

  it("is left out when it measures something else", () => {
    expect(regionsOfLine({ value: seconds(1), color: "red", side: "above" }, "bytes")).toEqual([]);
  });
});
