import { boundSpellings } from "../../../generators/language/expression/selector.ts";
import { storedName } from "../../../generators/language/label.ts";
import type { EvaluatedSeries } from "../../../generators/promql/evaluate/world.ts";
import type { Motion } from "../motion.ts";
import { firstValues } from "../motion.ts";
import { partsOf, type SeriesPart, type SimulatedSeries } from "../series.ts";

/** When and how the series are looked at. */
export interface Instant {
  readonly startedMs: number;
  /** Since then. */
  readonly elapsedMs: number;
  /** How often the target of a series is scraped, by a clock. */
  readonly everyMs: (series: SimulatedSeries) => number;
  /** Where in its sway a metric is, from -1 to 1; 0: as if it did not sway. */
  readonly swayOf: (metric: string) => number;
}

/** What one line does: where it is, and what it grows by a second. */
type State = Pick<EvaluatedSeries, "level" | "growth" | "isRestless" | "levelAgo">;

/** What Prometheus stores of a series that has always done the same. */
export function storedLines(series: SimulatedSeries, motion: Motion, instant: Instant): EvaluatedSeries[] {
  if (motion.kind === "missing") return [];
  const everyMs = instant.everyMs(series);
  return identitiesOf(series).map((identity, index) => ({
    ...identity,
    everyMs,
    ...stateOf(series, motion, index, instant),
  }));
}

/** What tells a line from all others. */
type Identity = Pick<EvaluatedSeries, "metric" | "labels">;

// They are asked for again and again, while other motions are tried.
const knownIdentities = new WeakMap<SimulatedSeries, readonly Identity[]>();

function identitiesOf(series: SimulatedSeries): readonly Identity[] {
  const known = knownIdentities.get(series);
  if (known) return known;
  const identities = partsOf(series).map((part) => ({
    metric: series.metric + part.suffix,
    labels: storedLabels(series, part),
  }));
  knownIdentities.set(series, identities);
  return identities;
}

function storedLabels(
  { labels, targetLabels }: SimulatedSeries,
  part: SeriesPart,
): Readonly<Record<string, string>> {
  const own = Object.entries(labels).map(([name, value]) => [storedName(name, targetLabels), value]);
  // As Prometheus 3 stores them.
  const bounds = Object.entries(part.labels).map(([name, value]) => [
    name,
    boundSpellings(value).at(-1) ?? value,
  ]);
  return { ...targetLabels, ...Object.fromEntries(own), ...Object.fromEntries(bounds) };
}

function stateOf(
  series: SimulatedSeries,
  motion: Exclude<Motion, { kind: "missing" }>,
  index: number,
  { startedMs, elapsedMs, swayOf }: Instant,
): State {
  const nowSeconds = (startedMs + elapsedMs) / 1000;
  switch (motion.kind) {
    case "linear": {
      const at = swayOf(series.metric);
      const start = (motion.from ?? firstValues(series))[index] ?? 0;
      const growth = (motion.perSecond[index] ?? 0) * (1 + at * (motion.growthSway?.by ?? 0));
      const level = start * (1 + at * (motion.valueSway?.by ?? 0)) + (growth * elapsedMs) / 1000;
      return { level, growth };
    }
    case "stays":
      return { level: motion.at[index] ?? 0, growth: 0 };
    case "ahead":
      return { level: nowSeconds + motion.seconds, growth: 1 };
    case "restarts":
      return { level: nowSeconds, growth: undefined, isRestless: true };
    case "follows": {
      const { samples, everyMs } = motion;
      const levelAgo = (seconds: number) => {
        const step = Math.floor((elapsedMs - seconds * 1000) / everyMs) % samples.length;
        return samples.at(step) ?? "missing";
      };
      return { level: levelAgo(0), growth: undefined, levelAgo };
    }
  }
}
