import { alert, follows, gauge, holds, metrics, recording, ruleGroup, scrapeJob } from "signalbox";
import { expect, test } from "vitest";
import { durationInMs } from "../../generators/language/duration.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { definitionsWith, type Parts } from "../checks/small-definitions.ts";
import { plainWords } from "../checks/small-shop.ts";
import { failuresOf } from "./promtool.ts";

const jobEvery = (every: "10m" | "1m") => {
  const counting = scrapeJob("shop-stock", {
    labels: { service: "shop" },
    description: "Counts the stock.",
    targets: ["localhost:8082"],
    every,
  });
  const stock = metrics(counting, { shop_items: gauge({ help: "What is in stock.", unit: "items" }) });
  return { jobs: { counting }, metrics: { stock }, items: stock.shop_items };
};

// As it is written, without the window that holds through a failed scrape.
const asWritten = { "gaps-are-bridged": "a target that is not scraped is another alert's" };

const levels = { ok: 1, limit: 5, firing: 6 };

function testOf(parts: Parts, name: string): RuleTest {
  const found = ruleTestsOf(resolve(definitionsWith(parts)).model).find((one) => one.name === name);
  if (!found) throw new Error(`there is no rule ${name}`);
  return found;
}

const neverFires = expect.stringContaining("does not fire in its scenario");
const distances = ({ traces }: RuleTest) =>
  traces.flatMap(({ series }) => series.map(({ strideMs }) => strideMs));

test("what is read at the moment has samples no closer than its job is scraped", () => {
  const { items, ...parts } = jobEvery("1m");
  const Stocked = alert({ ...plainWords, expr: items.gt(5), for: "2m", scenario: holds(items, levels) });
  const ruleTest = testOf({ ...parts, alerts: { Stocked } }, "Stocked");
  expect(ruleTest.testFile.evaluation_interval).toBe("30s");
  expect(distances(ruleTest)).toEqual([durationInMs("1m")]);
});

test("samples 10 minutes apart are gone between: the alert never fires", () => {
  const { items, ...parts } = jobEvery("10m");
  const words = { ...plainWords, allow: asWritten, scenario: holds(items, levels) };
  const Stocked = alert({ ...words, expr: items.gt(5), for: "15m" });
  const ruleTest = testOf({ ...parts, alerts: { Stocked } }, "Stocked");
  expect(Math.min(...distances(ruleTest))).toBeGreaterThanOrEqual(durationInMs("10m") ?? NaN);
  expect(ruleTest.complaints).toMatchObject([{ message: neverFires }]);
});

test("a long `for` does not hide that", () => {
  const { items, ...parts } = jobEvery("10m");
  const words = { ...plainWords, allow: asWritten, scenario: holds(items, levels) };
  const Stocked = alert({ ...words, expr: items.gt(5), for: "24h" });
  expect(testOf({ ...parts, alerts: { Stocked } }, "Stocked").complaints).toMatchObject([
    { message: neverFires },
  ]);
});

test("a window of 25 minutes holds through", async () => {
  const { items, ...parts } = jobEvery("10m");
  const Stocked = alert({
    ...plainWords,
    expr: items.lastOverTime("25m").gt(5),
    for: "15m",
    scenario: holds(items, levels),
  });
  const ruleTest = testOf({ ...parts, alerts: { Stocked } }, "Stocked");
  expect(Math.min(...distances(ruleTest))).toBeGreaterThanOrEqual(durationInMs("10m") ?? NaN);
  expect(await failuresOf(ruleTest)).toBe("");
});

test("rules are evaluated no more often than the slowest recording that they read", async () => {
  const { items, ...parts } = jobEvery("1m");
  const group = ruleGroup("slow", { every: "2m" });
  const example = { given: [holds(items, 3)], expect: 3 };
  const most = recording("job:shop_items:max", items.max(), { group, help: "The most of all.", example });
  const recordings = { most };
  const Stocked = alert({ ...plainWords, expr: most.gt(5), for: "5m", scenario: holds(items, levels) });
  const ruleTest = testOf({ ...parts, recordings, alerts: { Stocked } }, "Stocked");
  expect(ruleTest.testFile.evaluation_interval).toBe("2m");
  // Five minutes have passed at the third evaluation after the first.
  expect(ruleTest.traces[0]?.timeline).toMatchObject({ onsetMs: 240_000, firingMs: 600_000 });
  expect(await failuresOf(ruleTest)).toBe("");
});

test("samples that follow each other faster than the job is scraped are refused", () => {
  const { items, ...parts } = jobEvery("1m");
  const given = [follows(items, "30s", { ok: [1], limit: [5], firing: [6] })];
  const Stocked = alert({ ...plainWords, expr: items.gt(5), for: "2m", scenario: { given } });
  expect(testOf({ ...parts, alerts: { Stocked } }, "Stocked").complaints).toMatchObject([
    {
      message: "is given shop_items every 30s, which has a sample every 1m in production",
      fix: "give samples that are at least 1m apart",
    },
  ]);
});
