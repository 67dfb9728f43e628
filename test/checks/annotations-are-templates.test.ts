import { alert } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { orderRate, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "annotations-are-templates";
const problems = (Ringing: ReturnType<typeof alert>) =>
  problemsOf(id, definitionsWith({ alerts: { Ringing } }));
const condition = { ...plainWords, expr: orderRate.gt(5) };
const mend = "  mend: correct it; a plain {{ is written {{ `{{` }}";

test("a text that is no template is told, each by its annotation or label", () => {
  // broken
  const Ringing = alert({
    ...condition,
    summary: "{{ $label.instance }} takes too many orders",
    description: "More than 5 {{ if }}",
    impact: "{{ humanise $value }}",
    labels: { team: "{{ $labels.instance" },
  });
  expect(problems(Ringing)).toEqual([
    `${at("broken")}: alert "Ringing": its description is no template that Prometheus can fill in: an {{ end }} is missing (${id})\n${mend}`,
    `${at("broken")}: alert "Ringing": its impact is no template that Prometheus can fill in: humanise is not known (${id})\n${mend}`,
    `${at("broken")}: alert "Ringing": its summary is no template that Prometheus can fill in: $label is not known (${id})\n${mend}`,
    `${at("broken")}: alert "Ringing": its team is no template that Prometheus can fill in: "{{ $labels.instance" does not end with }} (${id})\n${mend}`,
  ]);
});

test("a label that is called like an annotation hides nothing", () => {
  const Ringing = alert({ ...condition, summary: "{{ nothing }}", labels: { summary: "sales" } });
  expect(problems(Ringing)).toEqual([expect.stringContaining("its summary is no template")]);
});

test("what the words of an alert give is a template, and so are texts without one", () => {
  const Ringing = alert({
    ...condition,
    summary: ({ labels, value }) => `${labels.instance} takes ${value}`,
    description: "100 % of {orders} }} {{ $value | humanize }}",
  });
  expect(problems(Ringing)).toEqual([]);
});

test("the steps of a runbook are no templates: Prometheus never reads them", () => {
  const Ringing = alert({ ...condition, actions: ["docker inspect --format '{{ json .State }}' shop"] });
  expect(problems(Ringing)).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "a function of the next version of Prometheus" };
  expect(problems(alert({ ...condition, allow, summary: "{{ $value | newest }}" }))).toEqual([]);
});
