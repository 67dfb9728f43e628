import { quotePromql } from "../promql/literal.ts";
import { remembered } from "../remembered.ts";
import { valueAfter, type Level, type Phase, type Series } from "./series.ts";

/** A series as promtool reads it: `up{job="a", instance="b"}`. */
export function seriesText(metric: string, labels: Readonly<Record<string, string>>): string {
  const pairs = labelsText(labels);
  return pairs === "" ? metric : `${metric}{${pairs}}`;
}

const labelsText = remembered((labels: Readonly<Record<string, string>>) =>
  Object.entries(labels)
    .map(([name, value]) => `${name}=${quotePromql(value)}`)
    .join(","),
);

/** `undefined`: no sample; `stale`: Prometheus notes that the series is gone. */
export type Sample = number | "stale" | undefined;

/** What decides the samples of a series. */
type Sampled = Pick<Series, "phases" | "failedMs">;

/** The samples of a series as promtool makes them, one in each `everyMs` from 0 to `untilMs`. */
export function samplesOf(series: Sampled, everyMs: number, untilMs: number): Sample[] {
  const next = samplesInTurn(series, everyMs);
  return Array.from({ length: sampleCount(everyMs, untilMs) }, next);
}

/** The same by their number: each is made when somebody first asks for it, or for a later one. */
export function samplesAsked(series: Sampled, everyMs: number, untilMs: number): (index: number) => Sample {
  const next = samplesInTurn(series, everyMs);
  const count = sampleCount(everyMs, untilMs);
  const samples: Sample[] = [];
  return (index) => {
    while (samples.length <= index && samples.length < count) samples.push(next());
    return samples[index];
  };
}

/** The last of them that is a number; undefined where none is. */
export function lastNumberOf(series: Sampled, everyMs: number, untilMs: number): number | undefined {
  const next = samplesInTurn(series, everyMs);
  let last: number | undefined;
  for (let count = sampleCount(everyMs, untilMs); count > 0; count -= 1) {
    const sample = next();
    if (typeof sample === "number") last = sample;
  }
  return last;
}

function sampleCount(everyMs: number, untilMs: number): number {
  return Math.max(0, Math.floor(untilMs / everyMs) + 1);
}

/** Gives one after the other. */
function samplesInTurn({ phases, failedMs = [] }: Sampled, everyMs: number): () => Sample {
  let before: Sample;
  let begun = 0;
  let atMs = 0;
  return () => {
    while ((phases[begun]?.fromMs ?? Infinity) <= atMs) begun += 1;
    const phase = phases[begun - 1];
    const isSeen = phase !== undefined && !failedMs.includes(atMs);
    const value = isSeen ? sampleIn(phase, atMs, everyMs, before) : "missing";
    before = value !== "missing" ? value : typeof before === "number" ? "stale" : undefined;
    atMs += everyMs;
    return before;
  };
}

/** What grows is the value before plus the step: promtool adds again and again, and a product has other last digits. */
function sampleIn(phase: Phase, atMs: number, everyMs: number, before: Sample): Level {
  const { fromMs, behaviour } = phase;
  const goesOn = behaviour.kind === "grows" && fromMs < atMs && typeof before === "number";
  if (!goesOn) return valueAfter(phase, atMs - fromMs);
  return before + (behaviour.by * everyMs) / behaviour.everyMs;
}

/**
 * Samples as promtool reads them: `90x4` is five of 90, `1+2x3` is 1 3 5 7, `_x3` are three that are not there.
 *
 * @param every only each n-th sample is there
 */
export function valuesText(samples: readonly Sample[], every: number): string {
  const between = new Array<undefined>(every - 1).fill(undefined);
  const all = every === 1 ? samples : samples.flatMap((sample) => [sample, ...between]);
  const words: string[] = [];
  for (let at = 0; at < all.length;) {
    const length = runLength(all, at);
    words.push(word(all[at], all[at + 1], length));
    at += length;
  }
  return words.join(" ");
}

function word(first: Sample, second: Sample, length: number): string {
  if (first === undefined) return length === 1 ? "_" : `_x${length}`;
  if (first === "stale" || length === 1) return String(first);
  const step = typeof second === "number" ? second - first : 0;
  const steps = step === 0 ? "" : step < 0 ? String(step) : `+${step}`;
  return `${first}${steps}x${length - 1}`;
}

/** How many samples from `at` on go into one word. */
function runLength(all: readonly Sample[], at: number): number {
  const first = all[at];
  let length = 1;
  if (first === undefined) {
    while (at + length < all.length && all[at + length] === undefined) length += 1;
    return length;
  }
  const second = all[at + 1];
  if (first === "stale" || typeof second !== "number") return 1;
  // promtool adds the step again and again, and so must this: a product has other last digits.
  const step = second - first;
  let next = first + step;
  while (at + length < all.length && all[at + length] === next) {
    next += step;
    length += 1;
  }
  // Two different numbers read better as they are.
  return step !== 0 && length === 2 ? 1 : length;
}
