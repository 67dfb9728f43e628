import type { Plan } from "../claims.ts";
import type { Motion } from "../motion.ts";
import type { SimulatedSeries } from "../series.ts";
import { namesOf, type Ends, type Outlook } from "./outlook.ts";
import type { WatchedAlert } from "./watched-rules.ts";

// Up to this many metrics, all combinations of their ends are tried; above it only those in which all are alike.
const mostMetrics = 6;

/** The plan without the sway of series that would make an alert fire on their way: lines may be near a limit. */
export function withCalmSway(outlook: Outlook): Plan {
  const calm = new Map<SimulatedSeries, Motion>();
  const known = new Map<string, readonly Ends[]>();
  const endsOf = (metrics: readonly string[]): readonly Ends[] => {
    const ends = known.get(metrics.join()) ?? allEnds(metrics);
    known.set(metrics.join(), ends);
    return ends;
  };
  for (const [alert, excess] of outlook.excess) {
    if (excess >= 1) continue;
    const swaying = swayingSeries(alert, outlook.plan);
    const ends = endsOf([...new Set(swaying.map(({ metric }) => metric))].sort());
    if (!ends.some((one) => outlook.firesAt(alert, one))) continue;
    for (const one of swaying) calm.set(one, still(outlook.plan.get(one)));
  }
  return new Map([...outlook.plan, ...calm]);
}

function swayingSeries({ reads }: WatchedAlert, plan: Plan): SimulatedSeries[] {
  return [...plan].flatMap(([series, motion]) => {
    const sways = motion.kind === "linear" && (motion.valueSway ?? motion.growthSway);
    return sways && namesOf(series).some((name) => reads.has(name)) ? [series] : [];
  });
}

/** Where the metrics are at the ends of their sway, together. */
function allEnds(metrics: readonly string[]): Ends[] {
  if (metrics.length === 0) return [];
  if (metrics.length > mostMetrics) return [1, -1].map((end) => ({ swayOf: () => end, memory: new Map() }));
  return Array.from({ length: 2 ** metrics.length }, (_, bits) => {
    const ends = new Map(metrics.map((metric, index) => [metric, (bits >> index) & 1 ? 1 : -1]));
    return { swayOf: (metric: string) => ends.get(metric) ?? 0, memory: new Map<string, unknown>() };
  });
}

function still(motion: Motion | undefined): Motion {
  if (motion?.kind !== "linear") return motion ?? { kind: "missing" };
  const { valueSway: _value, growthSway: _growth, ...rest } = motion;
  return rest;
}
