// What leaves alerts blind, and what only looks like it, played on the guards of this repository as they are deployed.
import { describe, expect, test } from "vitest";
import { ruleEntry } from "../../generators/rule-tests/rule-entry.ts";
import { failuresOf } from "../rule-tests/promtool.ts";
import { ownTestedModel } from "./own-model.ts";

const guards = ownTestedModel().alerts.filter(({ guardOf }) => guardOf !== undefined);

type Samples = Readonly<Record<string, string>>;

/** Which guards of a job fire, and what they say is missing; a sample in 15 seconds. */
async function failures(
  job: string,
  samples: Samples,
  {
    at,
    fires,
  }: { readonly at: string; readonly fires: readonly (readonly [name: string, missing: string])[] },
): Promise<string> {
  const rules = guards.filter(({ guardOf }) => guardOf === job).map(ruleEntry);
  expect(rules.length).toBeGreaterThan(0);
  return failuresOf({
    ruleFile: { groups: [{ name: "rules", interval: "30s", rules }] },
    testFile: {
      rule_files: ["rules.yml"],
      evaluation_interval: "30s",
      fuzzy_compare: true,
      group_eval_order: ["rules"],
      tests: [
        {
          name: job,
          interval: "15s",
          input_series: Object.entries(samples).map(([series, values]) => ({ series, values })),
          promql_expr_test: [
            {
              // Whether it fired at any time, so that a moment between is none.
              expr: 'count by (alertname, missing) (count_over_time(ALERTS{alertstate="firing"}[2h]))',
              eval_time: at,
              exp_samples: fires.map(([alertname, missing]) => ({
                labels: `{alertname="${alertname}",missing="${missing.replaceAll('"', '\\"')}"}`,
                value: 1,
              })),
            },
          ],
        },
      ],
    },
  });
}

const performance = "spacetime-performance";
const target = `job="${performance}",instance="localhost:8080"`;
const fields = [
  "spacetime_fps",
  'spacetime_memory_bytes{type="static"}',
  'spacetime_memory_bytes{type="dynamic"}',
  'spacetime_memory_max_bytes{type="static"}',
  "spacetime_rate_limit_violations_total",
  "spacetime_auth_failures_total",
];

/** A series of a target. */
function seriesAt(field: string, labels = target): string {
  return field.includes("{") ? field.replace("{", `{${labels},`) : `${field}{${labels}}`;
}

/** What an answer has, but for some of it. */
function answer(values: string, without: readonly string[] = [], labels = target): Samples {
  const there = fields.filter((field) => !without.includes(field));
  return Object.fromEntries(there.map((field) => [seriesAt(field, labels), values]));
}

const up = seriesAt("up");
const blind = (severity: string) => `SpacetimePerformanceBlind${severity}`;
const [critical, medium, low] = [blind("Critical"), blind("Medium"), blind("Low")];

describe("an answer of /performance", () => {
  test("that is empty for 26 minutes: all that alerts rest on is said to be missing", async () => {
    expect(
      await failures(
        performance,
        { [up]: "1x104" },
        {
          at: "26m",
          fires: [
            [critical, "spacetime_fps"],
            [critical, 'spacetime_memory_bytes{type="dynamic"}'],
            [critical, 'spacetime_memory_bytes{type="static"}'],
            [medium, "spacetime_auth_failures_total"],
            [medium, "spacetime_rate_limit_violations_total"],
            [low, 'spacetime_memory_max_bytes{type="static"}'],
          ],
        },
      ),
    ).toBe("");
  });

  test("that has no frame rate: the one is said to be missing, within 6 minutes", async () => {
    const samples = { [up]: "1x24", ...answer("1x24", ["spacetime_fps"]) };
    expect(await failures(performance, samples, { at: "6m", fires: [[critical, "spacetime_fps"]] })).toBe("");
  });

  test("that had a frame rate for an hour, and scrapes of which each fourth fails", async () => {
    const flapping = "1 1 1 0 ".repeat(60);
    const there = "1 1 1 stale ".repeat(60);
    const samples = { [up]: "1x240 ".concat(flapping), ...answer("1x240 ".concat(there), ["spacetime_fps"]) };
    samples[seriesAt("spacetime_fps")] = "90x240 stale";
    expect(await failures(performance, samples, { at: "2h", fires: [[critical, "spacetime_fps"]] })).toBe("");
  });

  test.each<[string, Samples]>([
    ["all is there", { [up]: "1x400", ...answer("1x400") }],
    ["it begins four minutes after its program", { [up]: "1x400", ...answer("_x16 1x384") }],
    ["the target is down", { [up]: "0x400" }],
    ["the target goes down", { [up]: "1x100 0x300", ...answer("1x100 stale") }],
    ["the target comes back", { [up]: "0x100 1x300", ...answer("_x100 1x300") }],
    ["the target is gone", { [up]: "1x100 stale", ...answer("1x100 stale") }],
    ["every other scrape fails", { [up]: "1 0 ".repeat(200), ...answer("1 stale ".repeat(200)) }],
    ["a scrape fails now and then", { [up]: "1x14 0 ".repeat(25), ...answer("1x14 stale ".repeat(25)) }],
    [
      "it is deployed every ten minutes, and starts for two",
      { [up]: "1x31 0x6 ".repeat(10), ...answer("1x23 stale _x13 ".repeat(10)) },
    ],
  ])("nothing fires while %s", async (_, samples) => {
    expect(await failures(performance, samples, { at: "1h40m", fires: [] })).toBe("");
  });

  test("of one of two targets: that one is named, and the other hides nothing", async () => {
    const other = `job="${performance}",instance="other:8080"`;
    const samples = {
      [up]: "1x60",
      [seriesAt("up", other)]: "1x60",
      ...answer("1x60"),
      ...answer("1x60", ["spacetime_fps"], other),
    };
    expect(await failures(performance, samples, { at: "10m", fires: [[critical, "spacetime_fps"]] })).toBe(
      "",
    );
  });
});

describe("a status of /health", () => {
  const job = "spacetime-health-status";
  const series = `job="${job}",instance="localhost:8080"`;
  const missing = "a listed status of spacetime_health_status";

  test.each(["exploded", "Healthy", "<no value>", "3", ""])("that nobody foresaw: %j", async (status) => {
    const samples = {
      [`up{${series}}`]: "1x60",
      [`spacetime_health_status{${series},status="${status}"}`]: "1x60",
    };
    const fires = [["SpacetimeHealthStatusBlindCritical", missing]] as const;
    expect(await failures(job, samples, { at: "10m", fires })).toBe("");
  });

  test.each(["healthy", "degraded", "unhealthy"])("that is listed: %s", async (status) => {
    const samples = {
      [`up{${series}}`]: "1x60",
      [`spacetime_health_status{${series},status="${status}"}`]: "1x60",
    };
    expect(await failures(job, samples, { at: "10m", fires: [] })).toBe("");
  });

  test("that changes at each scrape among those that are listed", async () => {
    const samples = {
      [`up{${series}}`]: "1x200",
      [`spacetime_health_status{${series},status="healthy"}`]: "1 stale ".repeat(100),
      [`spacetime_health_status{${series},status="degraded"}`]: "stale 1 ".repeat(100),
    };
    expect(await failures(job, samples, { at: "45m", fires: [] })).toBe("");
  });
});
