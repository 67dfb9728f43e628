import type { SeriesUse } from "../../generators/import/catalogue/uses.ts";

/** Those that client libraries have where nobody says others: prometheus/client_golang, `DefBuckets`. */
const usual: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** In units that are smaller than what a program usually measures in. */
const perSecond: Readonly<Record<string, number>> = {
  milliseconds: 1e3,
  microseconds: 1e6,
  nanoseconds: 1e9,
};

/** Bounds of a histogram of which no exposition is at hand: the usual ones, with those that rules name. */
export function bucketsByUse(unit: string, uses: readonly SeriesUse[]): readonly number[] {
  const scale = perSecond[unit] ?? 1;
  const named = uses.flatMap(({ matchers }) =>
    matchers.flatMap(({ name, op, value }) => (name === "le" && op === "=" ? [Number(value)] : [])),
  );
  const all = [...usual.map((bound) => bound * scale), ...longer.map((bound) => bound * scale), ...named];
  return [...new Set(all.filter(Number.isFinite))].sort((a, b) => a - b);
}

/** What rules compare may be minutes: a quantile can reach it only where a bucket does. */
const longer: readonly number[] = [30, 60, 120, 300, 600, 3600];
