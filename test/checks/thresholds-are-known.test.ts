import { alert, promql, type Word } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, orderRate, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "thresholds-are-known";
const problems = (Firing: ReturnType<typeof alert>) =>
  problemsOf(id, definitionsWith({ alerts: { Firing } }));
const words = {
  ...plainWords,
  description: ({ threshold }: { threshold: Word }) => `More than ${threshold}.`,
};

test("a threshold in the words of an alert that compares with no number is reported", () => {
  // no number
  const Firing = alert({ ...words, expr: api.up.absent() });
  expect(problems(Firing)).toEqual([
    `${at("no number")}: alert "Firing" names its threshold in its description, but its expression does not compare the value with exactly one number (${id})\n` +
      "  fix: leave the threshold out of the text, or compare the value with one number",
  ]);
});

test.each([
  ["another series", promql`${orderRate} > ${orderRate} offset 1d`],
  ["several numbers", promql`${orderRate} > 5 or ${orderRate} < 1`],
  ["a number beside the value", promql`${orderRate} and ${orderRate} offset 1d > 5`],
])("a comparison with %s gives no threshold", (_, expr) => {
  expect(problems(alert({ ...words, expr }))).toHaveLength(1);
});

test("the summary is looked at too", () => {
  const summary = ({ threshold }: { threshold: Word }) => `over ${threshold}`;
  expect(problems(alert({ ...plainWords, summary, expr: api.up.absent() }))).toEqual([
    expect.stringContaining("names its threshold in its summary"),
  ]);
});

test.each([
  ["one number", orderRate.gt(5)],
  ["a number on the left", promql`5 < ${orderRate}`],
  ["one number on both sides of or", promql`${orderRate} > 5 or ${orderRate} offset 1d > 5`],
])("a comparison with %s gives the threshold", (_, expr) => {
  expect(problems(alert({ ...words, expr }))).toEqual([]);
});

test("words without a threshold need none", () => {
  expect(problems(alert({ ...plainWords, expr: api.up.absent() }))).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the words are about the missing threshold" };
  expect(problems(alert({ ...words, allow, expr: api.up.absent() }))).toEqual([]);
});
