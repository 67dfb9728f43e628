import { counter, gauge, histogram, metrics } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "computed-statistics-are-declared";

const problems = (waits: object) => problemsOf(id, definitionsWith({ metrics: { waits } }));
const named = (name: string) =>
  problems(metrics(api, { [name]: gauge({ help: "Waits.", unit: "seconds" }) }));

test("a percentile that is declared as any gauge is reported", () => {
  const waits = metrics(api, {
    // a p99
    shop_wait_p99_seconds: gauge({ help: "Waits.", unit: "seconds" }),
  });
  expect(problems(waits)).toEqual([
    `${at("a p99")}: metric "shop_wait_p99_seconds" looks like a p99 that its program computed, but is not declared as one (${id})\n` +
      '  fix: add computed: "p99"; if it is not one, give it another name, or suppress it with a reason: allow: { "computed-statistics-are-declared": "…" }',
  ]);
});

test.each([
  ["p50_shop_wait", "p50"],
  ["shop_wait_P95", "p95"],
  ["shop_wait_p100", "p100"],
  ["shop_wait_avg_seconds", "mean"],
  ["shop_average_wait", "mean"],
  ["shop_wait_mean", "mean"],
  ["shop_median_wait_seconds", "p50"],
])("%s is a %s", (name, computed) => {
  expect(named(name)).toEqual([expect.stringContaining(`fix: add computed: "${computed}"`)]);
});

test.each([
  "shop_wait_seconds",
  "shop_stamp2_seconds",
  "shop_p2p_peers",
  "shop_meaning",
  "shop_p999",
  "shop_wait_max",
])("%s may be anything", (name) => {
  expect(named(name)).toEqual([]);
});

test("declared as a statistic, it may be another one than its name says: its author knows", () => {
  const facts = { help: "Waits.", unit: "seconds" } as const;
  expect(problems(metrics(api, { shop_wait_avg: gauge({ ...facts, computed: "p50" }) }))).toEqual([]);
});

test("only a gauge can be one", () => {
  const waits = metrics(api, {
    shop_avg_total: counter({ help: "Averages that were asked for." }),
    shop_mean_seconds: histogram({ help: "Means.", unit: "seconds", buckets: [1] }),
  });
  expect(problems(waits)).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the mean of the two sensors, at one moment" };
  expect(problems(metrics(api, { shop_mean_celsius: gauge({ help: "Warmth.", allow }) }))).toEqual([]);
});

test("a name that is not the author's cannot be another: the fix says what is left", () => {
  const waits = metrics(
    api,
    {
      redis_db_avg_ttl_seconds: gauge({ help: "Waits.", unit: "seconds" }),
      redis_reads: counter({ help: "Reads." }),
    },
    { foreignNames: "redis_exporter names them" },
  );
  expect(problems(waits)).toEqual([
    expect.stringContaining(
      `fix: add computed: "mean"; if it is not one, suppress it with a reason: allow: { "${id}": "…" }`,
    ),
  ]);
});
