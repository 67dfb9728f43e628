// When an alert fires, and with which labels and value, is worked out; promtool finds that it is so, and that a change is seen.
import {
  alert,
  counter,
  follows,
  gauge,
  grows,
  holds,
  hours,
  metrics,
  promql,
  restarts,
  scrapeJob,
  service,
  type Word,
} from "signalbox";
import { describe, expect, test } from "vitest";
import { durationInMs } from "../../generators/language/duration.ts";
import type { Scenario } from "../../generators/language/scenario.ts";
import { resolve } from "../../generators/model/resolve.ts";
import type { WorkedOutTest } from "../../generators/rule-tests/rule-test.ts";
import { ruleTestOfAlert } from "../../generators/rule-tests/test-of-alert.ts";
import { low, smallPlatform } from "../checks/small-platform.ts";
import { mutationsOf } from "./mutations.ts";
import { failuresOf, failuresOfEach } from "./promtool.ts";

const api = scrapeJob("hall-api", {
  description: "The hall's program.",
  targets: ["localhost:8080"],
  labels: { service: "hall" },
});
const hall = metrics(api, {
  hall_load: gauge({ help: "How busy it is." }),
  hall_room: gauge({ help: "What is left.", unit: "places" }),
  hall_release: gauge({ help: "What runs.", unit: "count", labels: { version: "*" } }),
  hall_start_time: gauge({ help: "When it was started.", unit: "timestamp" }),
  hall_failures_total: counter({ help: "What failed.", unit: "failures" }),
});
const { hall_load: load, hall_room: room, hall_release: release } = hall;
const words = {
  severity: low,
  component: "hall",
  summary: ({ value }: { readonly value: Word }) => `It is ${value}`,
  description: "Somebody should know.",
  impact: "Somebody waits.",
  actions: ["Look at it."],
} as const;
type Options = Omit<Parameters<typeof alert>[0], keyof typeof words>;

function testOf(options: Options): WorkedOutTest {
  const Firing = alert({ ...words, allow: { "births-are-heard": "It is small." }, ...options });
  const { model } = resolve({
    platform: smallPlatform,
    services: [
      service("hall", {
        title: "Hall",
        description: "Where people wait.",
        owner: "Hall team",
        jobs: { api },
        metrics: { hall },
        alerts: { Firing },
      }),
    ],
  });
  const [rule] = model.alerts;
  if (!rule) throw new Error("there is no alert");
  return ruleTestOfAlert(rule, model);
}

const onsetOf = ({ traces: [trace] }: WorkedOutTest) => {
  const { badMs, onsetMs } = trace?.timeline ?? { badMs: NaN, onsetMs: NaN };
  return onsetMs - badMs;
};
const ms = (text: string) => durationInMs(text) ?? NaN;

const mean = { expr: load.avgOverTime("1h").gt(300), for: "5m" } as const;
const busy = holds(load, { ok: 100, limit: 300, firing: 490 });
const shrinks = grows(room, "1h", { ok: 0, firing: -60 }, { from: 480 });
const versions = (version: string) => release.where({ version });

const shapes: Readonly<Record<string, Options & { readonly onset?: string }>> = {
  "a mean, long before the latest": { ...mean, scenario: { given: [busy], after: "1h" }, onset: "30m" },
  "a trend": {
    expr: room.predictLinear("4h", hours(4)).lt(0),
    for: "30m",
    scenario: { given: [shrinks], after: "6h" },
  },
  "a slope": {
    expr: room.deriv("20m").lt(-30 / 3600),
    for: "5m",
    scenario: { given: [shrinks], after: "20m" },
  },
  "a subquery": {
    expr: promql`max_over_time((${load} * 2)[10m:1m]) > 5`,
    for: "5m",
    scenario: { given: [holds(load, { ok: 1, limit: 2.5, firing: 2.6 })], after: "10m" },
    onset: "0s",
  },
  "a label that is replaced": {
    expr: promql`label_replace(${versions("v1.30.2")}, "minor", "$1", "version", "(v[0-9]+.[0-9]+).*") > 5`,
    for: "5m",
    scenario: holds(versions("v1.30.2"), { ok: 1, limit: 5, firing: 6 }),
    onset: "0s",
  },
  "labels that are joined": {
    expr: promql`label_join(${versions("v1")}, "name", "/", "job", "version") > 5`,
    for: "5m",
    scenario: holds(versions("v1"), { ok: 1, limit: 5, firing: 6 }),
    onset: "0s",
  },
  "values that are counted": {
    expr: promql`count_values("load", ${load} > 0.5) > 0`,
    for: "5m",
    scenario: holds(load, { ok: 0.1, limit: 0.5, firing: 1250.5 }),
    onset: "0s",
  },
  "what comes and goes": {
    expr: load.changes("5m").gt(0),
    for: "0m",
    scenario: { given: [holds(load, { ok: 1, firing: 2 })], within: "10m" },
    onset: "0s",
  },
  "what comes and goes, and must hold": {
    expr: load.delta("20m").gt(3),
    for: "5m",
    scenario: { given: [holds(load, { ok: 1, limit: 4, firing: 5 })], within: "15m" },
    onset: "0s",
  },
  "restarts that are counted": {
    expr: hall.hall_start_time.changes("30m").gt(2),
    for: "0m",
    scenario: { given: [restarts(hall.hall_start_time)], after: "15m" },
  },
  "what goes up and down": {
    expr: load.changes("15m").gt(2),
    for: "5m",
    scenario: { given: [follows(load, "1m", { ok: [1], firing: [1, 0] })], after: "15m" },
  },
};

describe.each(Object.entries(shapes))("%s", (_, { onset, ...options }) => {
  const ruleTest = testOf(options);

  test("nothing keeps it from being tested, and it fires when it should", () => {
    expect(ruleTest.complaints).toEqual([]);
    if (onset !== undefined) expect(onsetOf(ruleTest)).toBe(ms(onset));
  });

  test("promtool agrees", async () => {
    expect(await failuresOf(ruleTest)).toBe("");
  });
});

test("a change of the window, the threshold or `for` shows, though `after` is only the latest", async () => {
  const ruleTest = testOf({ ...mean, scenario: { given: [busy], after: "1h" } });
  const mutations = mutationsOf(ruleTest.ruleFile, "Firing");
  const { testFile } = ruleTest;
  const failures = await failuresOfEach(mutations.map(({ ruleFile }) => ({ ruleFile, testFile })));
  const unseen = mutations.filter((_, index) => failures[index] === "").map(({ what }) => what);
  expect(mutations.length).toBe(8);
  expect(unseen).toEqual([]);
});

describe.each([
  // One evaluation before half an hour the mean is 300, and no more.
  [
    "exactly at the threshold, the moment is known",
    { ...mean, scenario: { given: [holds(load, { ok: 100, firing: 500 })], after: "30m" } },
    ["30m", "30m"],
  ],
  // A straight line through numbers that are no binary fractions is at nothing but for their last digits.
  [
    "nearly at the threshold, it is known to the evaluation",
    {
      expr: room.predictLinear("1h", hours(1)).lt(0),
      for: "10m",
      scenario: { given: [grows(room, "1h", { ok: 0, firing: -0.1 }, { from: 0.2 })], after: "2h" },
    },
    ["1h", "1h2m30s"],
  ],
] as const)("%s", (_, options, known) => {
  const ruleTest = testOf(options);

  test("it is silent before, and fires after", () => {
    const { badMs = NaN, soonestMs = NaN, onsetMs = NaN } = ruleTest.traces[0]?.timeline ?? {};
    expect([soonestMs - badMs, onsetMs - badMs]).toEqual(known.map(ms));
  });

  test("promtool agrees", async () => {
    expect(await failuresOf(ruleTest)).toBe("");
  });
});

type Wrong = readonly [what: string, options: Options, message: string, fix: string];
const comesAndGoes = { expr: load.changes("5m").gt(0), for: "0m" } as const;
const wrong: readonly Wrong[] = [
  [
    "a bound that is too short",
    { ...mean, scenario: { given: [busy], after: "20m" } },
    "fires after 30m, not after 20m at the latest: only then does its condition begin to hold in its scenario",
    'write after: "30m"',
  ],
  [
    "no bound where there must be one",
    {
      expr: promql`${load} > 300 and avg_over_time(${load}[1h]) > 300`,
      for: "5m",
      scenario: { given: [busy] },
    },
    "fires after 30m, not at once: only then does its condition begin to hold in its scenario",
    'write after: "30m"',
  ],
  [
    "a value that is another",
    { ...mean, scenario: { given: [busy], after: "30m", value: 490 } },
    "has value: 490 in its scenario, but when it starts to fire the value is 335.6",
    "write value: 335.6, or leave value out",
  ],
  [
    "a label that is another",
    {
      expr: promql`label_join(${versions("v1")}, "name", "/", "job", "version") > 5`,
      for: "5m",
      scenario: { given: [holds(versions("v1"), { ok: 1, firing: 6 })], labels: { name: "hall/v1" } },
    },
    'has the label name "hall/v1" in its scenario, but its expression gives "hall-api/v1"',
    'write labels: { name: "hall-api/v1" }, or leave it out',
  ],
  [
    "a trend that never gets there",
    {
      expr: room.predictLinear("4h", hours(1)).lt(0),
      for: "30m",
      scenario: { given: [grows(room, "1h", { ok: 0, firing: -6 }, { from: 480 })], after: "4h" },
    },
    "does not fire in its scenario within 8h: the value is then 426 places",
    "correct the threshold, or give a `firing` that crosses it, and each series that the expression reads",
  ],
  [
    "what stops by itself",
    { ...comesAndGoes, scenario: { given: [holds(load, { ok: 1, firing: 2 })] } },
    "fires and then stops by itself in its scenario, though its series go on as they were",
    'if it is meant to come and go, write within: "30s"; else give series that keep its condition up',
  ],
  [
    "samples of which a window holds one",
    {
      expr: load.changes("1m").gt(0),
      for: "0m",
      scenario: { given: [follows(load, "1m", { ok: [1], firing: [2] })], within: "5m" },
    },
    "does not fire in its scenario: changes() compares samples with each other, and a window of 1m holds one, because hall_load is given every 1m",
    'give samples that are 30s apart: follows(…, "30s", …), or use a window of 2m or longer: changes("2m")',
  ],
  [
    "the same, where the job is scraped no more often",
    {
      expr: load.delta("20s").gt(0),
      for: "0m",
      scenario: follows(load, "30s", { ok: [1], firing: [1, 2] }),
    },
    "does not fire in its scenario: delta() compares samples with each other, and a window of 20s holds one, because hall_load is given every 30s",
    'use a window of 1m or longer: delta("1m")',
  ],
  [
    "what comes too late",
    {
      expr: load.delta("1h").gt(30),
      for: "10m",
      scenario: { given: [grows(load, "1m", { ok: 0, firing: 1 }, { from: 0 })], within: "20m" },
    },
    "first fires after 40m in its scenario, not within 20m",
    'write within: "40m"',
  ],
];

test.each(wrong)("%s is refused, with what is right", (_, options, message, fix) => {
  expect(testOf(options).complaints.map((one) => [one.message, one.fix])).toEqual([[message, fix]]);
});

test("a label that cannot be worked out must be said, and then promtool agrees", async () => {
  // At which hour it is evaluated nobody says.
  const expr = promql`label_replace(${load}, "hall", "big", "job", "hall-.*") > 5 and on () hour() >= 0`;
  const scenario: Scenario = { given: [holds(load, { ok: 1, firing: 6 })], value: 6 };
  expect(testOf({ expr, for: "5m", scenario }).complaints).toEqual([
    {
      message: "has the label hall, which its expression makes in a way that cannot be worked out",
      fix: 'add what it is to its scenario: labels: { hall: "…" }',
    },
  ]);
  const told = testOf({ expr, for: "5m", scenario: { ...scenario, labels: { hall: "big" } } });
  expect(told.complaints).toEqual([]);
  expect(await failuresOf(told)).toBe("");
});
