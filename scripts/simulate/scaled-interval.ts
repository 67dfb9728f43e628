// Prometheus timestamps samples by the millisecond, but a scrape through an exporter takes some of them.
const shortestMs = 1000;

/** How often something is done that is done every `ms`, when time goes `speed` times as fast: at most once a second. */
export function scaledInterval(ms: number, speed: number): number {
  return speed === 1 ? ms : Math.max(shortestMs, Math.round(ms / speed));
}
