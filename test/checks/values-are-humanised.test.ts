import { alert } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { orderRate, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "values-are-humanised";
const problems = (Firing: ReturnType<typeof alert>) =>
  problemsOf(id, definitionsWith({ alerts: { Firing } }));
const condition = { ...plainWords, expr: orderRate.gt(5) };

test("a value as it is, in a text of the author's own, is reported", () => {
  // all its digits
  const Firing = alert({ ...condition, description: "It takes {{ $value }} orders." });
  expect(problems(Firing)).toEqual([
    `${at("all its digits")}: alert "Firing" shows its value unrounded and without a unit in its description (${id})\n` +
      "  fix: use the function form of the text, (words) => `… ${words.value} …`: it knows the unit",
  ]);
});

test.each([
  "{{$value}}",
  "{{- $value -}}",
  "{{ .Value }}",
  "over {{ $labels.instance }}: {{ $value }}",
  "{{\t$value }}",
])("%s is reported", (summary) => {
  expect(problems(alert({ ...condition, summary }))).toEqual([expect.stringContaining("in its summary")]);
});

test.each([
  "{{ $value | humanize }}",
  '{{ $value | printf "%.1f" }}',
  '{{ printf "%.1f" $value }}',
  "{{ humanizePercentage $value }}",
  "{{ if gt $value 10.0 }}many{{ end }}",
  "{{ $values }}",
  "the $value of it",
])("%s is fine", (summary) => {
  expect(problems(alert({ ...condition, summary }))).toEqual([]);
});

test("the value that the language gives is humanised", () => {
  expect(problems(alert({ ...condition, summary: ({ value }) => `takes ${value}` }))).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "it is the number of a build" };
  expect(problems(alert({ ...condition, allow, summary: "build {{ $value }}" }))).toEqual([]);
});
