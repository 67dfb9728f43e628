import { type RuleDuration, formatDuration } from "../duration.ts";
import { expressionOf, typed } from "../expression/expression.ts";
import { operate } from "../expression/matching.ts";
import type { Vector } from "../expression/vector.ts";
import { follows, holds } from "../given.ts";
import { promql } from "../promql.ts";
import { factor } from "../quantity.ts";
import { recordingNamed } from "../recording.ts";
import type { Example } from "../scenario.ts";
import type { JobGauge, PerJob } from "./indicator.ts";
import { type ResolvedSlo, msOf, recordingName, withoutNoise } from "./resolved-slo.ts";

/** The two series that all others of an SLO are made of: how much there was, and how much of it was bad. */
export interface SloCounts {
  readonly bad: JobGauge;
  readonly total: JobGauge;
}

/** Records what an SLO is measured on: two series, which are cheap to read even over a month. */
export function sloCounts(slo: ResolvedSlo): SloCounts {
  const { indicator, options, groups } = slo;
  const base = rateWindow(slo);
  const isEvents = indicator.counts === "events";
  const operation = isEvents ? `rate${base}` : "count";
  const unit = isEvents ? `by the second, over ${base}` : "in instances";
  const total = recordingNamed(recordingName(slo, `total:${operation}`), indicator.total(base), {
    help: `What "${options.title}" is measured on, ${unit}; 0 while there is nothing.`,
    group: groups.recordings,
    example: indicator.totalExamples,
  });
  const bad = recordingNamed(recordingName(slo, `bad:${operation}`), indicator.bad(total, base), {
    help: `What of that is bad, ${unit}: how much ${indicator.words}.`,
    group: groups.recordings,
    example: indicator.badExamples(total),
  });
  return { bad, total };
}

/** The window of the rates by which events are counted. */
export function rateWindow({ options }: ResolvedSlo): RuleDuration {
  return options.rateOver ?? "1m";
}

/** By window: the share that was bad. */
export type SloRatios = ReadonlyMap<RuleDuration, JobGauge<"ratio">>;

/** The bad shares over the windows of the alerts; missing where there was too little traffic. */
export function sloRatios(slo: ResolvedSlo, counts: SloCounts): SloRatios {
  return new Map(slo.burnWindows.map((window) => [window, sloRatio(slo, counts, window)]));
}

function sloRatio(slo: ResolvedSlo, counts: SloCounts, window: RuleDuration): JobGauge<"ratio"> {
  const { indicator, options, groups } = slo;
  const { minimumTraffic } = options;
  // A rate over this very window is its share already; over a longer one it is the mean of such rates.
  const isRate = indicator.counts === "events" && window === rateWindow(slo);
  const { bad, total } = isRate ? counts : meansOf(counts, window);
  const expr = shareOf({ bad, total }, minimumTraffic);
  const known = isRate ? shareExample(counts, minimumTraffic) : windowExample(counts, window, minimumTraffic);
  const unit = indicator.counts === "events" ? "a second" : "measured instances";
  return recordingNamed(recordingName(slo, `bad:ratio_${window}`), expr, {
    help: `How much ${indicator.words}, over ${window}; no value at ${minimumTraffic} ${unit} or less.`,
    group: groups.recordings,
    example: [known, ...guardExamples(counts, minimumTraffic)],
  });
}

/** The bad part divided by the total, where that is more than this; the bad ones are counted with 0 where there are none. */
function shareOf({ bad, total }: ReturnType<typeof meansOf>, least: number): Vector<PerJob, "ratio"> {
  const right = total.gt(least).series();
  return typed(operate(expressionOf(bad), { op: "/", right, unit: "ratio" }));
}

/** Means over the same window: the bad part divided by the total, so that an hour without traffic weighs nothing. */
export function meansOf({ bad, total }: SloCounts, window: RuleDuration) {
  return { bad: bad.avgOverTime(window), total: total.avgOverTime(window) };
}

/** The recordings over whole windows of an SLO. */
export interface SloBudgets {
  /** By window: the share that was bad. */
  readonly ratios: SloRatios;
  /** By window: the share of the budget that is left. */
  readonly left: SloRatios;
}

/** Over a whole window everything counts, however little; only without any traffic there is no share. */
export function sloBudgets(slo: ResolvedSlo, counts: SloCounts): SloBudgets {
  const ratios = new Map(slo.windows.map((window) => [window, wholeRatio(slo, counts, window)] as const));
  const left = new Map([...ratios].map(([window, ratio]) => [window, budgetLeft(slo, ratio, window)]));
  return { ratios, left };
}

function wholeRatio(slo: ResolvedSlo, counts: SloCounts, window: RuleDuration): JobGauge<"ratio"> {
  const { bad, total } = meansOf(counts, window);
  const expr = shareOf({ bad, total }, 0);
  return recordingNamed(recordingName(slo, `bad:ratio_${window}`), expr, {
    help: `How much ${slo.indicator.words}, over ${window}.`,
    group: slo.groups.budgets,
    example: [windowExample(counts, window, 1), ...nothingExamples(counts)],
  });
}

function budgetLeft(slo: ResolvedSlo, ratio: JobGauge<"ratio">, window: RuleDuration): JobGauge<"ratio"> {
  const { budget, budgetQuantity, options, groups } = slo;
  const expr = promql<PerJob, "ratio">`1 - ${ratio} / ${budgetQuantity}`.as("ratio");
  return recordingNamed(recordingName(slo, `budget:left_${window}`), expr, {
    help: `How much of the budget of "${options.title}" is left, of ${window}; below 0 the objective is missed.`,
    group: groups.budgets,
    // A quarter of it is gone; then twice of it.
    example: [
      { given: [holds(ratio, factor(withoutNoise(budget * 0.25)))], expect: factor(0.75) },
      { given: [holds(ratio, factor(withoutNoise(budget * 2)))], expect: factor(-1) },
    ],
  });
}

type ShareExample = Example<"ratio">;

// Whole numbers, and halves of others: their shares are exact, whatever the least is.

/** Far more than the least that says something: 100, 1000 … */
function plenty(least: number): number {
  return 10 ** Math.max(2, Math.ceil(Math.log10(least)) + 2);
}

/** The current share. */
export function shareExample({ bad, total }: SloCounts, least: number): ShareExample {
  const all = plenty(least);
  return { given: [holds(bad, (all / 100) * 3), holds(total, all)], expect: factor(0.03) };
}

/**
 * The mean of two samples in the window: of 150 and 50, 2 and 4 are bad, which is 3 %. Before the window all was worse, and there
 * was more of it.
 */
export function windowExample({ bad, total }: SloCounts, window: RuleDuration, least: number): ShareExample {
  const times = (counts: readonly number[]) => counts.map((count) => (count * plenty(least)) / 100);
  // A duration of the language: half of one is one.
  const half = formatDuration(msOf(window) / 2) as RuleDuration;
  return {
    given: [follows(bad, half, times([9, 9, 2, 4])), follows(total, half, times([300, 300, 150, 50]))],
    expect: factor(0.03),
  };
}

/** With hardly more than the least there is a share; with the least itself there is none. */
export function guardExamples(
  { bad, total }: SloCounts,
  least: number,
): readonly [ShareExample, ShareExample] {
  const more = withoutNoise(least * 1.05);
  return [
    { given: [holds(bad, more / 2), holds(total, more)], expect: factor(0.5) },
    { given: [holds(bad, least / 2), holds(total, least)], expect: "missing" },
  ];
}

/** However little there is, it has a share; nothing has none. */
export function nothingExamples({ bad, total }: SloCounts): readonly [ShareExample, ShareExample] {
  return [
    { given: [holds(bad, 0.25), holds(total, 0.5)], expect: factor(0.5) },
    { given: [holds(bad, 0), holds(total, 0)], expect: "missing" },
  ];
}
