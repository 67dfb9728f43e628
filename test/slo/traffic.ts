// Orders by the second, as the counters of the shop: what all tests of this folder play.
import type { RuleTest } from "./promtool.ts";

/** A time in which so many orders come each second, of which so many fail. */
export interface Span {
  readonly minutes: number;
  readonly perSecond: number;
  readonly failing: number;
}

const sampleSeconds = 15;
// Counters start high: Prometheus takes one near 0 for one that was just born.
const start = 1_000_000;

/** The counters of these times, one after the other; orders by phone are the ones that fail. */
export function trafficOf(...spans: readonly Span[]): Pick<RuleTest, "interval" | "input_series"> {
  const series = (channel: string) =>
    `shop_orders_total{channel="${channel}",job="shop-api",instance="localhost:8080",service="shop"}`;
  const counter = (channel: string, perSecond: (span: Span) => number) => ({
    series: series(channel),
    values: valuesOf(spans, perSecond),
  });
  return {
    interval: `${sampleSeconds}s`,
    input_series: [
      counter("web", (span) => span.perSecond - span.failing),
      counter("phone", (span) => span.failing),
      {
        series: 'up{job="shop-api",instance="localhost:8080",service="shop"}',
        values: `1x${samplesIn(spans)}`,
      },
    ],
  };
}

/** As promtool reads them: `1000000+15x240`, for each time from its own start. */
function valuesOf(spans: readonly Span[], perSecond: (span: Span) => number): string {
  let from = start;
  const parts = spans.map((span) => {
    const by = perSecond(span) * sampleSeconds;
    const first = from + by;
    from += by * samplesIn([span]);
    return `${first}+${by}x${samplesIn([span]) - 1}`;
  });
  return [`${start}`, ...parts].join(" ");
}

function samplesIn(spans: readonly Span[]): number {
  return spans.reduce((sum, { minutes }) => sum + (minutes * 60) / sampleSeconds, 0);
}
