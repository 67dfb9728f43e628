import type { Missing } from "../../generators/language/given.ts";
import type { Motion } from "./motion.ts";
import { healthyObservationRates } from "../../generators/series/histogram.ts";
import type { SimulatedSeries } from "./series.ts";
import { swayOfSample, swayOfTraffic, swayOfUnwatched, type Sway } from "./sway.ts";

/** What a gauge says where no scenario says what is healthy, by its unit. */
const healthyGauges: Readonly<Record<string, number>> = {
  bool: 1,
  ratio: 0.9,
  percent: 30,
  bytes: 200_000_000,
  seconds: 0.008,
  fps: 90,
};
const healthyCount = 20;

/** How fast a counter grows, all its series together. */
const healthyRates: Readonly<Record<string, number>> = { requests: 10, bytes: 100_000, seconds: 1 };
const healthyRate = 0.2;

/** Names and units of what is counted because it went wrong. */
const isMishap = /fail|error|violation|reject|refus|drop|timeout|lost|disconnect|eviction|limit/;

const observationsPerSecond = 5;

export interface HealthyFacts {
  /** What a JSON endpoint's sample says. */
  readonly sample: number | Missing | undefined;
  /** The part of the metric's traffic that this series has. */
  readonly share: number;
  readonly startedMs: number;
  /** How much faster the time of rules goes than that of clocks. */
  readonly speed: number;
}

/** What a series does when all is well, where no scenario says it. */
export function healthyMotion(series: SimulatedSeries, facts: HealthyFacts): Motion {
  const { sample } = facts;
  if (sample === "missing") return { kind: "missing" };
  switch (series.type) {
    case "gauge":
      return gaugeMotion(series, sample, facts);
    case "counter":
      return {
        kind: "linear",
        ...(sample === undefined ? {} : { from: [sample] }),
        perSecond: [counterRate(series) * facts.share],
        growthSway: swayOfTraffic(facts.speed),
      };
    case "histogram":
      return {
        kind: "linear",
        perSecond: histogramRates(series, facts),
        growthSway: swayOfTraffic(facts.speed),
      };
    case "summary":
      return summaryMotion(series, facts);
  }
}

/** What is a limit or a moment does not move. */
const isFixed = /_(?:max|min|limit|capacity|size|info)(?:_|$)/;

/** How long something has been up, in seconds. */
const isUptime = /uptime_seconds/;
// A day: no rule looks further back for restarts.
const upFor = 86_400;

function gaugeMotion(series: SimulatedSeries, sample: number | undefined, facts: HealthyFacts): Motion {
  if (isUptime.test(series.metric)) return { kind: "linear", from: [sample ?? upFor], perSecond: [1] };
  const value = sample ?? healthyGauge(series, facts);
  return { kind: "linear", from: [value], perSecond: [0], ...swaying(series, value, sample, facts.speed) };
}

function swaying(
  series: SimulatedSeries,
  value: number,
  sample: number | undefined,
  speed: number,
): { readonly valueSway?: Sway } {
  if (isFixed.test(series.metric) || series.unit === "timestamp") return {};
  const valueSway =
    sample === undefined ? swayOfUnwatched(value, series, speed) : swayOfSample(value, series, speed);
  return valueSway ? { valueSway } : {};
}

/** Names of shares that are to be small. */
const isMishapShare = /error|fail|miss/;
const healthyMishaps: Readonly<Record<string, number>> = { ratio: 0.002, percent: 0.2 };

function healthyGauge({ metric, unit }: SimulatedSeries, { startedMs }: HealthyFacts): number {
  if (unit === "timestamp") return startedMs / 1000;
  const mishaps = isMishapShare.test(metric) ? healthyMishaps[unit] : undefined;
  return mishaps ?? healthyGauges[unit] ?? healthyCount;
}

function counterRate({ metric, unit }: SimulatedSeries): number {
  if (isMishap.test(metric) || isMishap.test(unit)) return 0;
  return healthyRates[unit] ?? healthyRate;
}

/** Most observations lie in the lower third of the buckets, as an author who chose them will have meant. */
function histogramRates({ bounds }: SimulatedSeries, { share }: HealthyFacts): number[] {
  const typical = bounds[Math.floor(bounds.length / 3)] ?? 0;
  return healthyObservationRates(bounds, 0.95, typical, observationsPerSecond * share);
}

function summaryMotion({ bounds, unit }: SimulatedSeries, { share }: HealthyFacts): Motion {
  const typical = healthyGauges[unit] ?? 1;
  const count = observationsPerSecond * share;
  const quantiles = bounds.map((quantile) => typical * (0.5 + quantile));
  return {
    kind: "linear",
    from: [...quantiles, 0, 0],
    perSecond: [...bounds.map(() => 0), count, count * typical],
  };
}
