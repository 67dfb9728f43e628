import { alert, scrapeJob } from "signalbox";
import { expect, test } from "vitest";
import { recordingNamed } from "../../generators/language/recording.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { orderRate, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "rule-labels-spare-external-labels";
const fix = "  fix: choose another name for the label";
type Labels = Readonly<Record<string, string>>;

/** The platform adds the external label `environment`. */
const ofAlert = (labels: Labels) => {
  const Firing = alert({ ...plainWords, labels, expr: orderRate.gt(5) });
  return problemsOf(id, definitionsWith({ alerts: { Firing } }));
};
const ofJob = (labels: Labels) => {
  const till = scrapeJob("shop-till", { description: "The till.", targets: ["localhost:8081"], labels });
  return problemsOf(id, definitionsWith({ jobs: { till } }));
};

test("a label of an alert that this Prometheus adds to everything is reported", () => {
  // environment
  const Firing = alert({
    ...plainWords,
    labels: { environment: "test", team: "sales" },
    expr: orderRate.gt(5),
  });
  expect(problemsOf(id, definitionsWith({ alerts: { Firing } }))).toEqual([
    `${at("environment")}: alert "Firing" sets the label environment, which is an external label of this Prometheus (${id})\n${fix}`,
  ]);
});

test("a label of a job that Prometheus sets for each target is reported", () => {
  // instance
  const till = scrapeJob("shop-till", {
    description: "The till.",
    targets: ["localhost:8081"],
    labels: { instance: "till" },
  });
  expect(problemsOf(id, definitionsWith({ jobs: { till } }))).toEqual([
    `${at("instance")}: job "shop-till" sets the label instance, which Prometheus sets itself (${id})\n${fix}`,
  ]);
});

test("a label of a recording that this Prometheus adds to everything is reported", () => {
  const recorded = recordingNamed("a:b:c", orderRate.sum(), { labels: { environment: "test", job: "all" } });
  expect(problemsOf(id, definitionsWith({ recordings: { recorded } }))).toEqual([
    expect.stringContaining('recording "a:b:c" sets the label environment, which is an external label'),
  ]);
});

test.each(["severity", "service", "component"])("an alert cannot replace its own %s", (label) => {
  expect(ofAlert({ [label]: "x" })).toEqual([
    expect.stringContaining(`alert "Firing" sets the label ${label}, which it gets from its options`),
  ]);
});

test.each(["alertname", "alertstate", "__name__", "__tmp"])("an alert cannot set %s", (label) => {
  expect(ofAlert({ [label]: "x" })).toEqual([expect.stringContaining(`sets the label ${label}, which`)]);
});

test.each(["job", "instance", "environment", "__address__", "__metrics_path__"])(
  "a job cannot set %s",
  (label) => {
    expect(ofJob({ [label]: "x" })).toEqual([expect.stringContaining(`sets the label ${label}, which`)]);
  },
);

test.each(["team", "instance", "job", "environments", "Environment", "constructor"])(
  "an alert may set %s",
  (label) => {
    expect(ofAlert({ [label]: "x" })).toEqual([]);
  },
);

test.each(["service", "team", "alertname"])("a job may set %s", (label) => {
  expect(ofJob({ [label]: "x" })).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "it watches the test environment from here" };
  const labels = { environment: "test" };
  const Firing = alert({ ...plainWords, allow, labels, expr: orderRate.gt(5) });
  expect(problemsOf(id, definitionsWith({ alerts: { Firing } }))).toEqual([]);
});
