import type { QuantilePlay, SharePlay } from "../language/scenario.ts";
import { functionNamed } from "../promql/functions.ts";
import { behaviourOf, eachSituation, givenLevel, perSample } from "../series/given.ts";
import { quantileGrowth } from "../series/histogram.ts";
import type { Behaviour, EachSituation } from "../series/series.ts";
import { shareGrowth } from "../series/share.ts";
import type { ConcreteSeries } from "./concrete-series.ts";
import { selects, type Read } from "./reads.ts";
import type { Behaviours } from "./test-series.ts";

/** Counters start high: Prometheus takes one near 0 for one that was just born, and extrapolates less. */
const counterStart = 1_000_000;

/** What a series does in each situation; undefined where its histogram cannot have the quantile that is given. */
export function behavioursOf(
  series: ConcreteSeries,
  strideMs: number,
  reads: readonly Read[],
): Behaviours | undefined {
  const { play } = series;
  switch (play.kind) {
    case "share":
      return traffic(partOfShare(play, series, strideMs, reads));
    case "quantile": {
      const behaviour = bucketOfQuantile(play, series, strideMs, reads);
      return behaviour && traffic(behaviour);
    }
    default: {
      const behaviour = eachSituation((situation) =>
        perSample(behaviourOf(play, situation, { speed: 1, sampleMs: strideMs }), strideMs),
      );
      return { behaviour, start: startOf(behaviour), isTraffic: false };
    }
  }
}

function traffic(behaviour: EachSituation<Behaviour>): Behaviours {
  return { behaviour, start: startOf(behaviour), isTraffic: true };
}

function partOfShare(
  { levels, perSecond }: SharePlay,
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
  { levels, perSecond, quantile }: QuantilePlay,
  series: ConcreteSeries,
  strideMs: number,
  reads: readonly Read[],
): EachSituation<Behaviour> | undefined {
  const { bound = Infinity, bounds = [] } = series;
  const total = (perSecond * strideMs) / 1000;
  const factor = factorOf(series, reads);
  const index = bound === Infinity ? bounds.length : bounds.indexOf(bound);
  let isReachable = true;
  const behaviour = eachSituation((situation) =>
    givenLevel(levels[situation], (level) => {
      const growth = quantileGrowth({ quantile, level, bounds, total, factor });
      if (!growth) isReachable = false;
      return { kind: "grows", by: growth?.[index] ?? 0, everyMs: strideMs };
    }),
  );
  return isReachable ? behaviour : undefined;
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
