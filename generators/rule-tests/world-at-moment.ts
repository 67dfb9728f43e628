import { groupBy } from "../group-by.ts";
import type { Notice } from "../promql/evaluate/combine.ts";
import { recordedNode, type RecordedRule } from "../promql/recorded-node.ts";
import type { EvaluatedSeries, EvaluationWorld, TimedSample } from "../promql/evaluate/world.ts";
import { samplesAsked, type Sample } from "../series/promtool.ts";
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
    sampleAt: samplesAsked(seriesIn(one), one.series.strideMs, endMs),
  }));
  const named = groupBy(sampled, (one) => one.series.metric);
  const rules = groupBy(recordings, ({ name }) => name);
  const known = new Map<number, EvaluationWorld>();
  const worldAt = (atMs: number): EvaluationWorld => {
    const before = known.get(atMs);
    if (before) return before;
    // Before its start there is nothing, and no recording was evaluated.
    const all = atMs < 0 ? none : named;
    const read = new Map<string, readonly EvaluatedSeries[]>();
    const world: EvaluationWorld = {
      seriesOf(metric) {
        const found = read.get(metric) ?? (all.get(metric) ?? []).map((one) => seriesAt(one, atMs));
        read.set(metric, found);
        return found;
      },
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
  readonly sampleAt: (index: number) => Sample;
}

const none: ReadonlyMap<string, readonly SampledSeries[]> = new Map();

function seriesAt({ series, sampleAt }: SampledSeries, atMs: number): EvaluatedSeries {
  const { metric, labels, strideMs } = series;
  return {
    metric,
    labels,
    everyMs: strideMs,
    level: lastOf(sampleAt, strideMs, atMs),
    growth: undefined,
    samplesIn: (seconds) => samplesBetween(sampleAt, strideMs, atMs - seconds * 1000, atMs),
  };
}

/** The last sample that is not too old; what is noted as gone is not there. */
function lastOf(sampleAt: SampledSeries["sampleAt"], strideMs: number, atMs: number): Level {
  for (
    let index = Math.floor(atMs / strideMs);
    index >= 0 && atMs - index * strideMs < lookbackMs;
    index -= 1
  ) {
    const sample = sampleAt(index);
    if (sample === "stale") return "missing";
    if (sample !== undefined) return sample;
  }
  return "missing";
}

/** A window leaves out its own start. */
function samplesBetween(
  sampleAt: SampledSeries["sampleAt"],
  strideMs: number,
  fromMs: number,
  toMs: number,
): TimedSample[] {
  const found: TimedSample[] = [];
  for (let index = Math.max(0, Math.floor(fromMs / strideMs) + 1); index * strideMs <= toMs; index += 1) {
    const value = sampleAt(index);
    if (typeof value === "number") found.push({ secondsAgo: (toMs - index * strideMs) / 1000, value });
  }
  return found;
}
