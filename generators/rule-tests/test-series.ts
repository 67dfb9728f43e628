import { isSameBehaviour, type Behaviour, type EachSituation, type Situation } from "../series/series.ts";
import type { ConcreteSeries } from "./concrete-series.ts";
import type { QuantileGiven, ShareGiven } from "../language/given.ts";
import { functionNamed } from "../promql/functions.ts";
import { behaviourOf, eachSituation, givenLevel, perSample } from "../series/given.ts";
import { quantileGrowth, quantileOf } from "../series/histogram.ts";
import { shareGrowth } from "../series/share.ts";
import { selects, type Read } from "./reads.ts";

/** What a series does in each situation of a test. */
export interface Behaviours {
  readonly behaviour: EachSituation<Behaviour>;
  /** The first sample of what grows. */
  readonly start: number;
  /** It counts requests or the like: without traffic it stands still. */
  readonly isTraffic: boolean;
}

/** A series as it is played. */
export interface BehavingSeries extends Pick<ConcreteSeries, "metric" | "labels">, Behaviours {
  /** From one sample to the next. */
  readonly strideMs: number;
  /** What it does when it is much worse than where the alert fires; left out: nothing is worse. */
  readonly worse?: Behaviour | undefined;
  /** What it does where an alert that fires just goes on; left out: what it does when it fires. */
  readonly held?: Behaviour | undefined;
  /** The same where it is just over. */
  readonly ended?: Behaviour | undefined;
}

/** A series of a test and what it does. */
export interface TestSeries extends ConcreteSeries, BehavingSeries {}

/** Whether a series does something else when the alert fires. */
export function changes({ behaviour }: Pick<TestSeries, "behaviour">): boolean {
  return !isSameBehaviour(behaviour.ok, behaviour.firing);
}

/** Whether it does something of its own at the limit. */
export function hasLimit({ behaviour }: Pick<TestSeries, "behaviour">): boolean {
  return !isSameBehaviour(behaviour.ok, behaviour.limit);
}

/** Whether the series is not there in this situation. */
export function isMissing({ behaviour }: Pick<TestSeries, "behaviour">, situation: Situation): boolean {
  const own = behaviour[situation];
  if (own.kind === "follows") return own.samples.every((sample) => sample === "missing");
  return own.kind === "missing";
}

/** Counters start high: Prometheus takes one near 0 for one that was just born, and extrapolates less. */
const counterStart = 1_000_000;

/** What a series does in each situation; undefined where its histogram cannot have the quantile that is given. */
export function behavioursOf(
  series: ConcreteSeries,
  strideMs: number,
  reads: readonly Read[],
): Behaviours | undefined {
  const { given } = series;
  switch (given.kind) {
    case "share":
      return traffic(partOfShare(given, series, strideMs, reads));
    case "quantile": {
      const behaviour = bucketOfQuantile(given, series, strideMs, reads);
      return behaviour && traffic(behaviour);
    }
    default: {
      const behaviour = eachSituation((situation) =>
        perSample(behaviourOf(given, situation, { speed: 1, sampleMs: strideMs }), strideMs),
      );
      return { behaviour, start: startOf(behaviour), isTraffic: false };
    }
  }
}

function traffic(behaviour: EachSituation<Behaviour>): Behaviours {
  return { behaviour, start: startOf(behaviour), isTraffic: true };
}

function partOfShare(
  { levels, perSecond }: ShareGiven,
  series: ConcreteSeries,
  strideMs: number,
  reads: readonly Read[],
): EachSituation<Behaviour> {
  const total = (perSecond * strideMs) / 1000;
  const factor = factorOf(series, reads);
  return eachSituation((situation) =>
    givenLevel(levels[situation], (share) => {
      const { part, rest } = shareGrowth(share, total, factor);
      return { kind: "grows", by: series.part === "part" ? part : rest, everyMs: strideMs };
    }),
  );
}

function bucketOfQuantile(
  given: QuantileGiven,
  series: ConcreteSeries,
  strideMs: number,
  reads: readonly Read[],
): EachSituation<Behaviour> | undefined {
  const { levels } = given;
  const { bound = Infinity, bounds = [] } = series;
  const index = bound === Infinity ? bounds.length : bounds.indexOf(bound);
  let isReachable = true;
  const behaviour = eachSituation((situation) =>
    givenLevel(levels[situation], (level) => {
      const side = situation === "limit" ? silentSide(given) : undefined;
      const growth = quantileGrowth({ ...wantedOf(given, series, strideMs, reads), level, side });
      if (!growth) isReachable = false;
      return { kind: "grows", by: growth?.[index] ?? 0, everyMs: strideMs };
    }),
  );
  return isReachable ? behaviour : undefined;
}

/** What a histogram is to have, but for the level. */
function wantedOf(
  { perSecond, quantile }: QuantileGiven,
  series: ConcreteSeries,
  strideMs: number,
  reads: readonly Read[],
) {
  const { bounds = [] } = series;
  return { quantile, bounds, total: (perSecond * strideMs) / 1000, factor: factorOf(series, reads) };
}

/** The quantile that a histogram has at its limit; undefined where it has none, or is none. */
export function quantileAtLimit(series: TestSeries, reads: readonly Read[]): number | undefined {
  const { given, strideMs } = series;
  if (given.kind !== "quantile" || given.levels.limit === "missing") return undefined;
  const wanted = wantedOf(given, series, strideMs, reads);
  const growth = quantileGrowth({ ...wanted, level: given.levels.limit, side: silentSide(given) });
  return growth && quantileOf(growth, wanted);
}

/** The side of the limit that the alert does not fire on: away from where it does. */
export function silentSide({ levels: { limit, firing } }: QuantileGiven): "below" | "above" | undefined {
  if (limit === "missing" || firing === "missing") return undefined;
  return firing > limit ? "below" : "above";
}

function startOf(behaviour: EachSituation<Behaviour>): number {
  const most = Math.max(
    0,
    ...Object.values(behaviour).map((one) => (one.kind === "grows" ? Math.abs(one.by) : 0)),
  );
  // The next power of ten: what a reader sees is then mostly what was added.
  return Math.max(counterStart, 10 ** Math.ceil(Math.log10(most * 2 || 1)));
}

/** What Prometheus multiplies the growth between two samples by: twice, as the window is twice as long, and by the second. */
function factorOf(series: ConcreteSeries, reads: readonly Read[]): number {
  const read = reads.find((one) => selects(one, series) && one.windowMs !== undefined);
  const isPerSecond = functionNamed(read?.function ?? "")?.unit === "per second";
  if (!isPerSecond || read?.windowMs === undefined) return 2;
  return 2 / (read.windowMs / 1000);
}
