import { alert, histogram, metrics, quantile, scrapeJob, seconds, service } from "signalbox";
import { expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import type { WorkedOutTest } from "../../generators/rule-tests/rule-test.ts";
import { ruleTestOfAlert } from "../../generators/rule-tests/test-of-alert.ts";
import { low, smallPlatform } from "../checks/small-platform.ts";
import { failuresOfEach } from "./promtool.ts";

const api = scrapeJob("shop-api", { description: "The shop's program.", targets: ["localhost:8080"] });
const shop = metrics(api, {
  shop_answer_seconds: histogram({
    help: "How long an answer takes.",
    unit: "seconds",
    buckets: [0.1, 0.25, 0.5, 1, 2.5],
  }),
});

/** An alert on a quantile, whose limit is its threshold. */
function slow(q: number, window: "1m" | "5m" | "7m", level: number, side: "above" | "below") {
  const shown = shop.shop_answer_seconds.quantile(q, window, "instance");
  const beyond = side === "above" ? level * 1.05 : level * 0.95;
  return alert({
    severity: low,
    component: "answers",
    expr: side === "above" ? shown.gt(seconds(level)) : shown.lt(seconds(level)),
    for: "1m",
    scenario: quantile(shop.shop_answer_seconds, q, {
      ok: seconds(side === "above" ? level * 0.8 : level * 1.2),
      limit: seconds(level),
      firing: seconds(beyond),
    }),
    summary: "Answers are slow",
    description: "They have been slow for a minute.",
    impact: "Buyers wait.",
    actions: ["Look at the database."],
  });
}

const levels = [0.15, 0.55, 1.1, 2.1];
const quantiles = [0.5, 0.95];
const windows = ["1m", "5m", "7m"] as const;
const sides = ["above", "below"] as const;
const all = levels.flatMap((level) =>
  quantiles.flatMap((q) => windows.flatMap((window) => sides.map((side) => ({ level, q, window, side })))),
);

/** The tests of an alert for each of these; half of the observations cannot lie in the lower part of the lowest bucket. */
function testsOfAll(): WorkedOutTest[] {
  const alerts = Object.fromEntries(
    all.map(({ level, q, window, side }, index) => [`Slow${index}`, slow(q, window, level, side)]),
  );
  const { model } = resolve({
    platform: smallPlatform,
    services: [
      service("shop", {
        title: "Shop",
        description: "Where people buy.",
        owner: "Shop team",
        jobs: { api },
        metrics: { shop },
        alerts,
      }),
    ],
  });
  // The guard of their job has no threshold.
  return model.alerts
    .filter(({ name }) => name in alerts)
    .map((one) => ruleTestOfAlert(one, model))
    .filter(({ complaints }) => complaints.length === 0);
}

const tests = testsOfAll();

test("a quantile at its threshold is played on the silent side", async () => {
  expect(tests.length).toBeGreaterThan(36);
  const failures = await failuresOfEach(tests);
  const failing = failures.flatMap((text, index) =>
    text === "" ? [] : [{ name: tests[index]?.name, text }],
  );
  expect(failing).toEqual([]);
});

/** The rule that fires at its threshold too: it tells whether the limit that is played is the threshold itself. */
function firingAtThreshold({ ruleFile, testFile }: WorkedOutTest) {
  const groups = ruleFile.groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule) => ({
      ...rule,
      expr: String(rule["expr"]).replace(/[<>](?=\s+\S+$)/, "$&="),
    })),
  }));
  return { ruleFile: { groups }, testFile };
}

test("where another value is played than the one that is given, the name says which and why", async () => {
  const failures = await failuresOfEach(tests.map(firingAtThreshold));
  const isSaid = tests.map(({ shows }) =>
    shows.some((name) => name.startsWith("silent at the limit, played at ")),
  );
  expect(isSaid).toEqual(failures.map((text) => text === ""));
  expect(new Set(isSaid).size).toBe(2);
  const names = new Map(tests.map(({ name, shows }) => [name, shows.find((one) => one.includes("limit"))]));
  const because = "the nearest value on the silent side: a quantile is estimated inside of its bucket";
  expect(names.get("Slow0")).toBe("silent at the limit");
  expect(names.get("Slow14")).toBe(`silent at the limit, played at a hair below 550ms, ${because}`);
  expect(names.get("Slow15")).toBe(`silent at the limit, played at 0.5500001s, ${because}`);
});
