import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DashboardFile } from "../../../generators/targets/grafana/validation/dashboard-file.ts";
import { firingAlerts } from "../ask.ts";
import { model, startLiveStack, type LiveStack } from "../live-stack.ts";
import { alwaysFiring } from "../always-firing.ts";
import { aFewAtATime } from "./a-few-at-a-time.ts";
import { askQuery, hasData, type Answered } from "./ask-query.ts";
import { askedQueries } from "./asked-queries.ts";
import { brokenDashboard } from "./broken-dashboard.ts";
import { choicesOf, offeredVariables } from "./choices.ts";
import { deployedDashboards } from "./dashboards.ts";
import { checkWhileFiring } from "./while-firing.ts";
import { checkWhileOk, type Checked } from "./while-ok.ts";
import { movement, wrongColors } from "./colors-and-movement.ts";
import { wrongLabelsOfSeries } from "./stored-labels.ts";

// All tests share one stack, one after the other.
let stack: LiveStack;
let checked: readonly Checked[] = [];
const files = deployedDashboards();

// Programs may have to be fetched first.
const startTimeoutMs = 300_000;
const testTimeoutMs = 240_000;
// A rule is evaluated each second, and reads recordings of the second before; a busy machine takes longer.
const dataTimeoutMs = 30_000;
const pollMs = 500;
// Half a period of what sways.
const movementTimeoutMs = 20_000;

beforeAll(async () => {
  stack = await startLiveStack();
  // What never comes is for the tests to say.
  await leftOver(lacking, dataTimeoutMs);
}, startTimeoutMs);

afterAll(async () => {
  await stack.stop();
});

/** The answers to all queries of a dashboard as it is opened. */
async function asOpened(file: DashboardFile): Promise<readonly Answered[]> {
  const { url } = stack.prometheus;
  const [choice] = choicesOf(await offeredVariables(url, file));
  const chosen = choice?.chosen ?? new Map<string, string>();
  return aFewAtATime(askedQueries(file), (query) => askQuery(url, query, chosen));
}

async function lacking(file: DashboardFile): Promise<string[]> {
  const answers = await asOpened(file);
  const empty = answers.filter((one) => one.query.emptyMeans === undefined && !hasData(one));
  return empty.map(({ query }) => query.name);
}

/** Asks again and again what is wrong with each dashboard, until nothing is or for a while; what is left then. */
async function leftOver(
  wrongOf: (file: DashboardFile) => Promise<readonly string[]>,
  patienceMs: number,
): Promise<readonly string[]> {
  const deadline = Date.now() + patienceMs;
  for (let left: readonly DashboardFile[] = files; ; await wait(pollMs)) {
    const wrong: (readonly [DashboardFile, readonly string[]])[] = [];
    for (const file of left) wrong.push([file, await wrongOf(file)]);
    left = wrong.flatMap(([file, lines]) => (lines.length > 0 ? [file] : []));
    if (left.length === 0 || Date.now() > deadline) return wrong.flatMap(([, lines]) => lines);
  }
}

test(
  "when all is well every query of every dashboard has data, with every choice of its variables",
  async () => {
    expect(files.map(({ uid }) => uid).sort()).toEqual(model.dashboards.map(({ uid }) => uid).sort());
    const begunMs = Date.now();
    const results: Checked[] = [];
    for (const file of files) results.push(await checkWhileOk(stack.prometheus.url, file));
    checked = results;
    const [queries, asked] = [
      sum(checked.map(({ opened }) => opened.length)),
      sum(checked.map((one) => one.asked)),
    ];
    const seconds = ((Date.now() - begunMs) / 1000).toFixed(1);
    console.log(
      `${queries} queries of ${files.length} dashboards, with all choices ${asked}, were asked in ${seconds} s.`,
    );
    expect(checked.flatMap(({ wrong }) => wrong)).toEqual([]);
  },
  testTimeoutMs,
);

test("when all is well nothing fires but what always does, and no panel looks otherwise", async () => {
  expect(await firingAlerts(stack.prometheus.url)).toEqual(alwaysFiring);
  expect(files.flatMap((file, index) => wrongColors(file, checked[index]?.opened ?? []))).toEqual([]);
});

test(
  "every series is stored with the labels of the definitions, also of two jobs at one address or with one name",
  async () => {
    expect(await wrongLabelsOfSeries(stack.prometheus.url)).toEqual([]);
  },
  testTimeoutMs,
);

test(
  "most lines over time move; what is zero when all is well is not counted",
  async () => {
    const deadline = Date.now() + movementTimeoutMs;
    for (;;) {
      const movements: ReturnType<typeof movement>[] = [];
      for (const file of files) movements.push(movement(file, await asOpened(file)));
      const still = movements.flatMap((one) => one.still);
      if (sum(movements.map(({ moving }) => moving)) > still.length) return;
      if (Date.now() > deadline) throw new Error(`these stand still:\n${still.join("\n")}`);
      await wait(pollMs);
    }
  },
  testTimeoutMs,
);

test(
  "a query that a mistake leaves empty is named with its place, and so is a word about emptiness that is not true",
  async () => {
    const { broken, wrong: expected } = brokenDashboard(files);
    const { wrong } = await checkWhileOk(stack.prometheus.url, broken);
    expect(wrong).toEqual(expected.map((line): unknown => expect.stringMatching(line)));
  },
  testTimeoutMs,
);

test(
  "what is empty when all is well has data when what it waits for happens",
  async () => {
    const waiting = checked.flatMap((one) => one.waiting);
    expect(waiting.length).toBeGreaterThan(0);
    expect(await checkWhileFiring(stack, waiting)).toEqual([]);
  },
  testTimeoutMs,
);

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
