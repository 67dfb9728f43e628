import { gauge, histogram, metrics } from "signalbox";
import { expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "labels-that-tell-apart-exist";

const problems = (builds: object) => problemsOf(id, definitionsWith({ metrics: { builds } }));
const facts = { help: "Always 1.", unit: "bool", labels: { version: "*", service: "*" } } as const;

test("a label that the metric does not have is reported", () => {
  const builds = metrics(api, {
    // per what
    shop_build_info: gauge({ ...facts, onePer: ["instanc", "version"] }),
  });
  expect(problems(builds)).toEqual([
    `${at("per what")}: metric "shop_build_info" has one series per instanc, but it has no label 'instanc' (did you mean 'instance'?) (${id})\n` +
      "  fix: write labels that it has in onePer: job, instance, service, version, exported_service",
  ]);
});

test.each([[["instance"]], [["version", "exported_service"]], [[]]])("%j is fine", (onePer) => {
  expect(problems(metrics(api, { shop_build_info: gauge({ ...facts, onePer }) }))).toEqual([]);
});

test("of a histogram it is about all of its buckets", () => {
  const waits = histogram({ help: "Waits.", unit: "seconds", buckets: [1], onePer: ["instance"] });
  const builds = metrics(api, { shop_wait_seconds: waits });
  expect(problems(builds)).toEqual([]);
  const { metrics: all } = resolve(definitionsWith({ metrics: { builds } })).model;
  const series = all.filter(({ name }) => name === "shop_wait_seconds").flatMap((one) => one.series);
  expect(series.map(({ name, keys }) => `${name} by ${String(keys)}`)).toEqual([
    "shop_wait_seconds_bucket by instance,le",
    "shop_wait_seconds_sum by instance",
    "shop_wait_seconds_count by instance",
  ]);
});

test("the bounds of its buckets tell no series of a histogram apart", () => {
  const waits = histogram({ help: "Waits.", unit: "seconds", buckets: [1], onePer: ["le"] });
  expect(problems(metrics(api, { shop_wait_seconds: waits }))).toEqual([
    expect.stringContaining("has one series per le, but it has no label 'le'"),
  ]);
});
