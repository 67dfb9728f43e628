import { alert } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { orderRate, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "annotations-are-templates";
const problems = (Firing: ReturnType<typeof alert>) =>
  problemsOf(id, definitionsWith({ alerts: { Firing } }));
const condition = { ...plainWords, expr: orderRate.gt(5) };
const fix = "  fix: correct the template; write a literal {{ as {{ `{{` }}";

test("a text that is no template is reported, each by its annotation or label", () => {
  // broken
  const Firing = alert({
    ...condition,
    summary: "{{ $label.instance }} takes too many orders",
    description: "More than 5 {{ if }}",
    impact: "{{ humanise $value }}",
    labels: { team: "{{ $labels.instance" },
  });
  expect(problems(Firing)).toEqual([
    `${at("broken")}: alert "Firing": its description is not a template that Prometheus can fill in: an {{ end }} is missing (${id})\n${fix}`,
    `${at("broken")}: alert "Firing": its impact is not a template that Prometheus can fill in: humanise is not known (${id})\n${fix}`,
    `${at("broken")}: alert "Firing": its summary is not a template that Prometheus can fill in: $label is not known (${id})\n${fix}`,
    `${at("broken")}: alert "Firing": its team is not a template that Prometheus can fill in: "{{ $labels.instance" does not end with }} (${id})\n${fix}`,
  ]);
});

test("a label that is called like an annotation hides nothing", () => {
  const Firing = alert({ ...condition, summary: "{{ nothing }}", labels: { summary: "sales" } });
  expect(problems(Firing)).toEqual([expect.stringContaining("its summary is not a template")]);
});

test("what the words of an alert give is a template, and so are texts without one", () => {
  const Firing = alert({
    ...condition,
    summary: ({ labels, value }) => `${labels.instance} takes ${value}`,
    description: "100 % of {orders} }} {{ $value | humanize }}",
  });
  expect(problems(Firing)).toEqual([]);
});

test("the steps of a runbook are no templates: Prometheus never reads them", () => {
  const Firing = alert({ ...condition, actions: ["docker inspect --format '{{ json .State }}' shop"] });
  expect(problems(Firing)).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "a function of the next version of Prometheus" };
  expect(problems(alert({ ...condition, allow, summary: "{{ $value | newest }}" }))).toEqual([]);
});
