type TimeUnit = "ms" | "s" | "m" | "h" | "d" | "w" | "y";

/** A duration as Prometheus writes it: `"5m"`, `"1h30m"`. Rules and configurations take no Grafana variables. */
export type RuleDuration =
  | `${bigint}${TimeUnit}`
  | `${bigint}${"y"}${bigint}${"w" | "d"}`
  | `${bigint}${"w"}${bigint}${"d"}`
  | `${bigint}${"d"}${bigint}${"h"}`
  | `${bigint}${"h"}${bigint}${"m"}`
  | `${bigint}${"m"}${bigint}${"s"}`
  | `${bigint}${"s"}${bigint}${"ms"}`;

/** `"5m"`, `"1h30m"`, or a Grafana variable that is a duration in dashboards: `"$__rate_interval"`. */
export type Duration = RuleDuration | GrafanaDuration;
export type GrafanaDuration = "$__rate_interval" | "$__interval" | "$__range";

/** What a cast put in the place of a duration may be nothing that can be printed. */
export function durationText(duration: string): string {
  if (typeof duration !== "string") throw new TypeError('a duration is a text, such as "5m"');
  return duration;
}

const second = 1000;
const day = 24 * 60 * 60 * second;

interface DurationUnit {
  readonly name: TimeUnit;
  readonly ms: number;
  /** Used only where nothing is left over: Prometheus prefers 90d to 12w6d. */
  readonly exact: boolean;
}

/** In the only order that Prometheus takes. A year is 365 days. */
const units: readonly DurationUnit[] = [
  { name: "y", ms: 365 * day, exact: true },
  { name: "w", ms: 7 * day, exact: true },
  { name: "d", ms: day, exact: false },
  { name: "h", ms: 60 * 60 * second, exact: false },
  { name: "m", ms: 60 * second, exact: false },
  { name: "s", ms: second, exact: false },
  { name: "ms", ms: 1, exact: false },
];

const grammar = new RegExp(`^${units.map(({ name }) => `(?:(\\d+)${name})?`).join("")}$`);

/** Prometheus stores durations as 64 bits of nanoseconds: about 292 years. */
const longest = 9_223_372_036_854;

/**
 * The milliseconds of a duration, by Prometheus's own grammar: each unit at most once, from years to milliseconds.
 *
 * Undefined if `text` is not a duration, or one longer than Prometheus can store.
 */
export function durationInMs(text: string): number | undefined {
  if (text === "0") return 0;
  const amounts = text === "" ? null : grammar.exec(text);
  if (!amounts) return undefined;
  const total = units.reduce((sum, unit, index) => sum + Number(amounts[index + 1] ?? 0) * unit.ms, 0);
  return total <= longest ? total : undefined;
}

/** The duration as Prometheus prints it: 90000 is `1m30s`, 0 is `0s`. */
export function formatDuration(ms: number): string {
  if (!Number.isInteger(ms) || ms < 0 || ms > longest) {
    throw new RangeError(`a duration is a whole number of milliseconds from 0 to ${longest}, not ${ms}`);
  }
  if (ms === 0) return "0s";
  let left = ms;
  let text = "";
  for (const unit of units) {
    if (left < unit.ms || (unit.exact && left % unit.ms !== 0)) continue;
    text += `${Math.floor(left / unit.ms)}${unit.name}`;
    left %= unit.ms;
  }
  return text;
}

/** Whether `text` is a Grafana variable that is a duration in dashboards. */
export function isGrafanaDuration(text: string): text is GrafanaDuration {
  return text === "$__rate_interval" || text === "$__interval" || text === "$__range";
}
