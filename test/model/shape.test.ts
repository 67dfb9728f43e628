import { alert, dashboard, histogram, logSource } from "signalbox";
import { describe, expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { formatProblem } from "../../generators/problem.ts";
import { markedPlaces } from "../checks/marked-places.ts";
import { definitionsWith, type Parts } from "../checks/small-definitions.ts";
import { critical, low, onCall, routing, unrouted } from "../checks/small-platform.ts";
import { orderPanel, sales } from "../checks/small-shop.ts";
import {
  condition,
  description,
  durationFix,
  ofAlert,
  ofContainer,
  ofDashboard,
  ofJob,
  ofMetric,
  ofPanel,
  page,
  problemsIn,
  ofPrometheus,
  untyped,
} from "./malformed.ts";

const at = markedPlaces(import.meta.url);

test("nothing is wrong with the small definitions", () => {
  expect(problemsIn({})).toEqual([]);
});

test("a problem has the line of its definition, the part, the value and what to write instead", () => {
  // malformed
  const Firing = alert({ ...condition, for: untyped("5 minutes") });
  expect(problemsIn({ alerts: { Firing } })).toEqual([
    `${at("malformed")}: alert "Firing": for is "5 minutes", which is not a duration (definitions-are-well-formed)\n  fix: ${durationFix}`,
  ]);
});

describe("near misses are fine", () => {
  test.each<[string, Parts]>([
    ["a timeout as long as the interval", ofJob("x", { timeout: "15s" })],
    ["a timeout within the job's own interval", ofJob("x", { every: "1m", timeout: "30s" })],
    ["the highest port", ofJob("x", { targets: ["localhost:65535"] })],
    ["a uid of 40", { dashboards: { x: dashboard("x".repeat(40), page) } }],
    ["a folder with a space and a dot", ofDashboard({ folder: "Our v1.2 shop" })],
    ["the last column", ofPanel({ width: 1, at: { x: 23, y: 0 } })],
    ["a rule that fires at once", ofAlert({ for: "0m" })],
    ["buckets below 0", ofMetric(histogram({ help: "X.", unit: "seconds", buckets: [-1, 0, 1] }))],
    ["an image of a registry with a port", ofContainer({ image: "localhost:5000/grafana/grafana:13.2.3" })],
    [
      "a log path with a pattern",
      { logs: { x: logSource("x", { description, files: ["a/*.log"], format: "level lines" }) } },
    ],
  ])("%s", (_, parts) => {
    expect(problemsIn(parts)).toEqual([]);
  });
});

test("an interval of the platform that is none is reported once, and not for every job", () => {
  expect(
    problemsIn({ ...ofPrometheus({ scrapeInterval: untyped("often") }), ...ofJob("x", {}) }),
  ).toHaveLength(1);
});

test("all that is wrong is reported at once", () => {
  const parts = {
    ...ofPanel({ width: 0 }),
    ...ofPrometheus({ retentionSizeGiB: -1 }),
    ...ofAlert({ actions: untyped([]) }),
  };
  expect(problemsIn(parts)).toHaveLength(3);
});

describe("an export that is not what its file is for", () => {
  const shopPlace = /^test\/checks\/small-shop\.ts:\d+: service "shop": /;
  test.each<[string, string, Parts]>([
    ["jobs.x", "scrapeJob(…), probe(…) or jsonEndpoint(…)", { jobs: { x: untyped(5) } }],
    ["metrics.x", "metrics(…)", { metrics: { x: { shop_orders_total: 1 } } }],
    ["recordings.x", "recording(…)", { recordings: { x: sales.shop_orders_total.rate("5m") } }],
    ["alerts.x", "alert(…)", { alerts: { x: untyped(() => condition) } }],
    ["dashboards.x", "dashboard(…)", { dashboards: { x: untyped(orderPanel) } }],
    ["runbooks.x", "runbook(…)", { runbooks: { x: untyped({ kind: "question" }) } }],
    ["logs.x", "logSource(…)", { logs: { x: untyped("shop.log") } }],
    ["jsonFields.x", "jsonFields(…)", { jsonFields: { x: untyped([]) } }],
    ["inhibitions.x", "inhibition(…)", { inhibitions: { x: untyped(routing) } }],
    ["copies.x", "copyRoute(…)", { copies: { x: untyped(routing) } }],
  ])("%s of a service", (name, word, parts) => {
    const [problem = "", ...others] = problemsIn(parts);
    expect(others).toEqual([]);
    expect(problem).toMatch(shopPlace);
    expect(problem.replace(shopPlace, "")).toBe(
      `${name} was not made with ${word} (definitions-are-well-formed)\n` +
        "  fix: export nothing else from this file",
    );
  });

  test.each<[string, string, Parts]>([
    ["severities.x", "severity(…)", { platform: { severities: { critical, low, x: untyped(3) } } }],
    ["receivers.x", "receiver(…)", { platform: { receivers: { onCall, unrouted, x: untyped({}) } } }],
    ["timeIntervals.x", "timeInterval(…)", { platform: { timeIntervals: { x: untyped(routing) } } }],
    ["inhibitions.x", "inhibition(…)", { platform: { inhibitions: { x: untyped(null) } } }],
    ["secrets.x", "secretFile(…)", { platform: { secrets: { x: untyped("token") } } }],
    ["deploy", "compose(…)", { platform: { deploy: untyped(undefined) } }],
    ["deploy", "compose(…)", { platform: { deploy: untyped({ kind: "stack" }) } }],
  ])("%s of the platform", (name, word, parts) => {
    expect(problemsIn(parts)).toEqual([
      expect.stringMatching(/^test\/checks\/small-platform\.ts:\d+: the platform: /),
    ]);
    expect(problemsIn(parts)[0]).toContain(`the platform: ${name} was not made with ${word}`);
  });
});

test("malformed definitions compile to what is wrong with them, and to no file", () => {
  const parts = ofPanel({ width: 0 });
  const { problems, files } = compile(definitionsWith(parts));
  expect(problems.map(formatProblem)).toEqual(problemsIn(parts));
  expect(files).toEqual({});
});
