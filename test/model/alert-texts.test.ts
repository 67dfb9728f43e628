import { alert } from "signalbox";
import { expect, test } from "vitest";
import { alertTexts, noThreshold } from "../../generators/model/alert-texts.ts";
import { orderRate, plainWords } from "../checks/small-shop.ts";

const threshold = { op: ">", value: 0.05, unit: "ratio", text: "5%" } as const;

test("plain texts stay as they are", () => {
  const plain = alert({
    ...plainWords,
    expr: orderRate.gt(5),
    summary: "{{ $value }}",
    description: "100 %",
  });
  expect(alertTexts(plain, { unit: "ratio", threshold }).texts).toEqual({
    summary: "{{ $value }}",
    description: "100 %",
  });
});

test("words become templates: labels, the value by its unit, the threshold as text", () => {
  const spoken = alert({
    ...plainWords,
    expr: orderRate.gt(5),
    summary: ({ labels, value }) => `${labels.instance} fails ${value}`,
    description: ({ threshold: limit }) => `More than ${limit}.`,
  });
  expect(alertTexts(spoken, { unit: "ratio", threshold }).texts).toEqual({
    summary: "{{ $labels.instance }} fails {{ $value | humanizePercentage }}",
    description: "More than 5%.",
  });
});

test("without a threshold it says so in words that a check finds", () => {
  const spoken = alert({
    ...plainWords,
    expr: orderRate.gt(5),
    summary: ({ threshold: limit }) => `over ${limit}`,
  });
  expect(alertTexts(spoken, { unit: "ratio", threshold: undefined }).texts.summary).toBe(
    `over ${noThreshold}`,
  );
});
