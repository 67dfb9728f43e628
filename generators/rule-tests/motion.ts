import { durationInMs } from "../language/duration.ts";
import type { GrowsPlay, QuantilePlay, SharePlay } from "../language/scenario.ts";
import { functionNamed } from "../promql/functions.ts";
import type { ConcreteSeries } from "./concrete-series.ts";
import { quantileGrowth } from "./quantile-growth.ts";
import { selects, type Read } from "./reads.ts";
import { shareGrowth } from "./share-growth.ts";
import type { EachSituation, Level, Motion } from "./test-series.ts";

/** Counters start high: Prometheus takes one near 0 for one that was just born, and extrapolates less. */
const counterStart = 1_000_000;

/** What a series of a play does; undefined where its histogram cannot have that quantile. */
export function motionOf(
  series: ConcreteSeries,
  strideMs: number,
  reads: readonly Read[],
): Motion | undefined {
  const { play } = series;
  switch (play.kind) {
    case "holds":
      return { kind: "holds", levels: play.levels };
    case "time left":
      return { kind: "is ahead", levels: play.levels };
    case "restarts":
      return { kind: "restarts" };
    case "follows":
      return { kind: "follows", samples: play.samples };
    case "grows":
      return growing(play, strideMs);
    case "runs":
      return grows(each(play.levels, (level) => (level * strideMs) / 1000));
    case "share":
      return sharing(play, series.part, strideMs, factorOf(series, reads));
    case "quantile":
      return ofQuantile(play, series, strideMs, factorOf(series, reads));
  }
}

function growing(play: GrowsPlay, strideMs: number): Motion {
  const perMs = durationInMs(play.per) ?? strideMs;
  return { ...grows(each(play.levels, (level) => (level * strideMs) / perMs)), from: play.from };
}

function sharing(play: SharePlay, role: ConcreteSeries["part"], strideMs: number, factor: number): Motion {
  const total = (play.perSecond * strideMs) / 1000;
  const by = each(play.levels, (share) => {
    const { part, rest } = shareGrowth(share, total, factor);
    return role === "part" ? part : rest;
  });
  return { ...grows(by), isTraffic: true };
}

function ofQuantile(
  play: QuantilePlay,
  { bound = Infinity, bounds = [] }: ConcreteSeries,
  strideMs: number,
  factor: number,
): Motion | undefined {
  const total = (play.perSecond * strideMs) / 1000;
  const index = bound === Infinity ? bounds.length : bounds.indexOf(bound);
  let isReachable = true;
  const by = each(play.levels, (level) => {
    const growth = quantileGrowth({ quantile: play.quantile, level, bounds, total, factor });
    if (!growth) isReachable = false;
    return growth?.[index] ?? 0;
  });
  return isReachable ? { ...grows(by), isTraffic: true } : undefined;
}

function grows(by: EachSituation<Level>): Motion & { readonly kind: "grows" } {
  const most = Math.max(0, ...Object.values(by).map((level) => (level === "missing" ? 0 : Math.abs(level))));
  // The next power of ten: what a reader sees is then mostly what was added.
  const start = Math.max(counterStart, 10 ** Math.ceil(Math.log10(most * 2 || 1)));
  return { kind: "grows", by, start, from: undefined, isTraffic: false };
}

/** What Prometheus multiplies the growth between two samples by: twice, as the window is twice as long, and by the second. */
function factorOf(series: ConcreteSeries, reads: readonly Read[]): number {
  const read = reads.find((one) => selects(one, series) && one.windowMs !== undefined);
  const isPerSecond = functionNamed(read?.function ?? "")?.unit === "per second";
  if (!isPerSecond || read?.windowMs === undefined) return 2;
  return 2 / (read.windowMs / 1000);
}

function each(levels: EachSituation<Level>, change: (level: number) => number): EachSituation<Level> {
  const changed = (level: Level) => (level === "missing" ? level : change(level));
  return { ok: changed(levels.ok), limit: changed(levels.limit), firing: changed(levels.firing) };
}
