// Both versions of plain expressions, evaluated on random series by the real promtool.
import { expect, test } from "vitest";
import { comparisonOf, withTried, type Comparison } from "../../../generators/review/comparison.ts";
import { contradictionsIn } from "../../../generators/review/contradictions.ts";
import { versionOfFiles } from "../../../generators/review/plain/version-of-files.ts";
import { itemsOf, reviewOf } from "../../../generators/review/review.ts";
import { triedPairs } from "../../../scripts/diff/tried.ts";

async function tried(base: string, head: string): Promise<Comparison> {
  const version = (expr: string) => {
    const groups = [{ name: "g", rules: [{ alert: "A", expr }] }];
    return versionOfFiles([{ path: "rules.json", text: JSON.stringify({ groups }) }]);
  };
  const comparison = comparisonOf(version(base), version(head));
  const { tried: seen, complaint } = await triedPairs(comparison);
  expect(complaint).toBeUndefined();
  return withTried(comparison, seen);
}

const cases: readonly (readonly [of: string, base: string, head: string, said: RegExp])[] = [
  [
    "a limit",
    "queue > 100",
    "queue > 200",
    /^less .*: it fires less: with queue at \d+ it fired, and is silent now$/,
  ],
  [
    "a matcher of a sum of what has a name that says its sign",
    "sum(rate(errors_total[5m])) > 1",
    'sum(rate(errors_total{code="500"}[5m])) > 1',
    /^less .*: it fires less, as long as errors_total is never below 0: with errors_total.* growing by \d+ a minute/,
  ],
  [
    "a share of other series",
    "sum(errors_total) / sum(all_total) > 0.5",
    'sum(errors_total{code="500"}) / sum(all_total{code="500"}) > 0.5',
    /^differently .*: with .* it fired, and is silent now; with .* it was silent, and fires now$/,
  ],
  [
    "a percentage instead of a share",
    "errors / all * 100 > 58",
    "errors / all > 0.58",
    /^none another expression: it fires as before, but for the last digits$/,
  ],
  [
    "other groups",
    "max by (job) (queue) > 5",
    "max by (job, zone) (queue) > 5",
    /^identity .*open alerts resolve and fire anew$/,
  ],
  ["another metric", "queue > 5", "backlog > 5", /^reads reads backlog, was queue, and is the same besides$/],
  [
    "what only has a case for one side",
    "avg by (job) (queue) > 5",
    "avg by (job) (queue and on (job) open) > 5",
    /^unknown another expression: with .* it fired, and is silent now; whether the reverse can be is not known$/,
  ],
];

test.each(cases)("%s", async (_, base, head, said) => {
  const comparison = await tried(base, head);
  expect(contradictionsIn(comparison)).toEqual([]);
  // Of all that changed at once, the last sentence says what comes of it.
  const item = itemsOf(reviewOf(comparison)).at(-1);
  expect(`${item?.class} ${item?.text}`).toMatch(said);
});

test("a claim that the series contradict is said to be a mistake", async () => {
  const comparison = await tried("queue > 200", "queue > 100");
  const [pair] = comparison.alerts.pairs;
  if (!pair) throw new Error("there is one alert");
  const wrong = { ...pair, parts: [], ordered: { fires: "less", by: [] } } as const;
  const said = contradictionsIn({ ...comparison, alerts: { ...comparison.alerts, pairs: [wrong] } });
  expect(said).toEqual([
    expect.stringMatching(/^A is said to fire less: with queue at \d+ it was silent, and fires now$/),
  ]);
});

test("a claim without a case says that there was none", async () => {
  const comparison = await tried("queue > 100", "queue > 200");
  const [pair] = comparison.alerts.pairs;
  const none = { worlds: 9, firing: 0, less: undefined, more: undefined, other: undefined };
  const without = withTried(comparison, new Map(pair ? [[pair.head, none]] : []));
  expect(itemsOf(reviewOf(without))[0]?.text).toMatch(
    /it fires less; no series were found on which it does$/,
  );
});
