/** How many times faster than clocks: `20` or `2.5`; undefined where the text is no such number. */
export function readSpeed(text: string | undefined): number | undefined {
  if (text === undefined) return 1;
  const speed = Number(text);
  return /^\d+(\.\d+)?$/.test(text) && speed >= 1 ? speed : undefined;
}

/** The message for an invalid speed. */
export function noSpeed(text: string | undefined): string {
  return `Option '--speed' takes a number from 1 on, not '${text ?? ""}'.`;
}

// Prometheus timestamps samples by the millisecond, but a scrape through an exporter takes some of them.
const shortestMs = 1000;

/** How often something is done that is done every `ms`, when time goes `speed` times as fast: at most once a second. */
export function scaledInterval(ms: number, speed: number): number {
  return speed === 1 ? ms : Math.max(shortestMs, Math.round(ms / speed));
}
