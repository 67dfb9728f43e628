import { groupBy } from "../group-by.ts";
import type { Notice } from "../promql/evaluate/combine.ts";
import { recordedNode, type RecordedRule } from "../promql/recorded-node.ts";
import type { EvaluatedSeries, EvaluationWorld, TimedSample } from "../promql/evaluate/world.ts";
import { samplesOf, type Sample } from "../series/promtool.ts";
import type { Level } from "../series/series.ts";
import { seriesIn, type PhasedSeries } from "./phases.ts";
import type { BehavingSeries } from "./test-series.ts";
import { lookbackMs } from "../promql/lookback.ts";

/** What a rule test plays, and how it is evaluated. */
export interface PlayedSeries {
  readonly series: readonly PhasedSeries[];
  readonly recordings: readonly RecordedRule[];
  /** From one evaluation to the next. */
  readonly stepMs: number;
  readonly endMs: number;
  /** Told of each value that is exactly at its threshold. */
  readonly notice?: Notice | undefined;
}

/** Gives the world of a rule test at a moment of it, as promtool evaluates it: all samples before are known. */
export function worldsOf({
  series,
  recordings,
  stepMs,
  endMs,
  notice,
}: PlayedSeries): (atMs: number) => EvaluationWorld {
  const sampled = series.map((one) => ({
    series: one.series,
    samples: samplesOf(seriesIn(one), one.series.strideMs, endMs),
  }));
  const rules = groupBy(recordings, ({ name }) => name);
  const known = new Map<number, EvaluationWorld>();
  const worldAt = (atMs: number): EvaluationWorld => {
    const before = known.get(atMs);
    if (before) return before;
    // Before its start there is nothing, and no recording was evaluated.
    const all = atMs < 0 ? [] : sampled.map((one) => seriesAt(one, atMs));
    const world: EvaluationWorld = {
      seriesOf: (metric) => all.filter((one) => one.metric === metric),
      recorded: (name) => (atMs < 0 ? undefined : recordedNode(rules.get(name) ?? [])),
      nowSeconds: atMs / 1000,
      speed: 1,
      isAlways: true,
      notice,
      // Who wants to be told must see it evaluated each time.
      ...(notice ? {} : { remember: remembering() }),
      history: { ago: (seconds) => worldAt(atMs - seconds * 1000), everySeconds: stepMs / 1000 },
    };
    known.set(atMs, world);
    return world;
  };
  return worldAt;
}

/** What a recording gives at a moment is the same whoever reads it. */
function remembering(): NonNullable<EvaluationWorld["remember"]> {
  const known = new Map<string, unknown>();
  return <Value>(key: string, work: () => Value): Value => {
    // A cast: what is kept under a key is what the same work made.
    if (!known.has(key)) known.set(key, work());
    return known.get(key) as Value;
  };
}

interface SampledSeries {
  readonly series: BehavingSeries;
  readonly samples: readonly Sample[];
}

function seriesAt({ series, samples }: SampledSeries, atMs: number): EvaluatedSeries {
  const { metric, labels, strideMs } = series;
  return {
    metric,
    labels,
    everyMs: strideMs,
    level: lastOf(samples, strideMs, atMs),
    growth: undefined,
    samplesIn: (seconds) => samplesBetween(samples, strideMs, atMs - seconds * 1000, atMs),
  };
}

/** The last sample that is not too old; what is noted as gone is not there. */
function lastOf(samples: readonly Sample[], strideMs: number, atMs: number): Level {
  for (
    let index = Math.floor(atMs / strideMs);
    index >= 0 && atMs - index * strideMs < lookbackMs;
    index -= 1
  ) {
    const sample = samples[index];
    if (sample === "stale") return "missing";
    if (sample !== undefined) return sample;
  }
  return "missing";
}

/** A window leaves out its own start. */
function samplesBetween(
  samples: readonly Sample[],
  strideMs: number,
  fromMs: number,
  toMs: number,
): TimedSample[] {
  const found: TimedSample[] = [];
  for (let index = Math.max(0, Math.floor(fromMs / strideMs) + 1); index * strideMs <= toMs; index += 1) {
    const value = samples[index];
    if (typeof value === "number") found.push({ secondsAgo: (toMs - index * strideMs) / 1000, value });
  }
  return found;
}
