import { alert, promql, vector } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "annotations-use-kept-labels";
const problems = (Firing: ReturnType<typeof alert>) =>
  problemsOf(id, definitionsWith({ alerts: { Firing } }));
const { shop_orders_total: orders } = sales;

test("a label that the expression has dropped is reported once for each text that says it", () => {
  // dropped
  const Firing = alert({
    ...plainWords,
    expr: orders.rate("5m").sumBy("instance", "job").gt(5),
    summary: "{{ $labels.channel }} takes too many, {{ $labels.channel }}!",
    labels: { team: '{{ index $labels "region" }}' },
  });
  const start = `${at("dropped")}: alert "Firing" uses the label`;
  const end = "but not every series of its expression has it; all have: instance, job";
  expect(problems(Firing)).toEqual([
    `${start} channel in its summary, ${end} (${id})\n` +
      '  fix: keep channel in the expression, such as .sumBy("channel"), or use another label',
    `${start} region in its team, ${end} (${id})\n` +
      '  fix: keep region in the expression, such as .sumBy("region"), or use another label',
  ]);
});

test.each([
  ["that only one side of or has", promql`${orders.rate("5m")} > 5 or vector(1) > 0`],
  ["of a vector without labels", vector(1).gt(0)],
  ["of what is absent", orders.rate("5m").sum().gt(5)],
])("a label %s is not surely there", (_, expr) => {
  const Firing = alert({ ...plainWords, expr, summary: "{{ $labels.instance }}" });
  expect(problems(Firing)).toEqual([expect.stringContaining("all have: none (")]);
});

test("a label that only one side of `or` has within a calculation is not surely there either", () => {
  const either = orders.rate("5m").sumBy("instance").or(vector(0));
  const Firing = alert({
    ...plainWords,
    expr: either.gt(5),
    summary: ({ labels }) => `Many on ${labels.instance}`,
  });
  expect(problems(Firing)).toEqual([expect.stringContaining("all have: none (")]);
});

test.each([
  ["labels that are kept", "{{ $labels.instance }} by {{ $labels.channel }}"],
  ["labels of the job", "{{ $labels.job }} of {{ $labels.service }}"],
  ["what is no label", "$labels.region and {{ $value }} and {{ $externalLabels.region }}"],
])("%s are fine", (_, summary) => {
  expect(problems(alert({ ...plainWords, expr: orders.rate("5m").gt(5), summary }))).toEqual([]);
});

test("the labels of the rule itself are not known to templates", () => {
  const Firing = alert({ ...plainWords, expr: orderRate.gt(5), summary: "{{ $labels.severity }}" });
  expect(problems(Firing)).toEqual([expect.stringContaining("uses the label severity in its summary")]);
});

test("of an expression that is wrong itself nothing is said", () => {
  const Firing = alert({ ...plainWords, expr: promql`nothing > 5`, summary: "{{ $labels.instance }}" });
  expect(problems(Firing)).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "where the label is missing, the sentence reads well without it" };
  const Firing = alert({ ...plainWords, allow, expr: orderRate.gt(5), summary: "{{ $labels.channel }}" });
  expect(problems(Firing)).toEqual([]);
});
