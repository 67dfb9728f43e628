import type { Levels } from "../../generators/language/given.ts";

/** What is well is never quite still: it goes up and down around what is said of it. */
export interface Sway {
  /** Part of the value, or of the growth. */
  readonly by: number;
  readonly periodMs: number;
}

// Enough to see that a line lives.
const usualPart = 0.05;
// One scenario says what is ok, and another may have its limit nearer than that.
const saidPart = 0.02;
// What is healthy by a sample alone may be near a line that its author drew.
const samplePart = 0.005;
// What a scenario calls ok stays well away from its limit.
const partOfTheWayToTheLimit = 0.25;
// Two waves in the hour that most dashboards show.
const periodMs = 30 * 60_000;
// A small whole number is a state or a handful of things.
const smallestCount = 10;

// There is no more than all.
const highest: Readonly<Record<string, number>> = { ratio: 1, percent: 100 };

/** What is known of a gauge that sways. */
export interface SwayingGauge {
  readonly metric: string;
  readonly unit: string;
}

/** How a gauge sways that has these levels; undefined: it stays. */
export function swayOfValue(levels: Levels<number>, gauge: SwayingGauge, speed: number): Sway | undefined {
  return swayUpTo(saidPart, levels, gauge, speed);
}

/** How a gauge sways of which no scenario speaks. */
export function swayOfUnwatched(value: number, gauge: SwayingGauge, speed: number): Sway | undefined {
  return swayUpTo(usualPart, { ok: value, firing: 2 * value }, gauge, speed);
}

/** How a gauge sways of which only a sample says what is healthy. */
export function swayOfSample(value: number, gauge: SwayingGauge, speed: number): Sway | undefined {
  return swayUpTo(samplePart, { ok: value, firing: 2 * value }, gauge, speed);
}

function swayUpTo(
  most: number,
  levels: Levels<number>,
  { metric, unit }: SwayingGauge,
  speed: number,
): Sway | undefined {
  const { ok } = levels;
  if (Number.isInteger(ok) && Math.abs(ok) < smallestCount) return undefined;
  const room = ((highest[unit] ?? Infinity) - ok) / Math.abs(ok);
  return swayBy(Math.min(most, partFor(levels), room), paceOf(metric), speed);
}

/** How traffic sways that has these levels; undefined: it stays. */
export function swayOfGrowth(levels: Levels<number>, speed: number): Sway | undefined {
  return swayBy(partFor(levels), 1, speed);
}

/** How traffic sways of which nobody says how much it may be. */
export function swayOfTraffic(speed: number): Sway {
  return { by: usualPart, periodMs: periodMs / speed };
}

function partFor({ ok, limit = ok, firing }: Levels<number>): number {
  const border = limit === ok ? firing : limit;
  return Math.min(usualPart, (Math.abs(border - ok) / Math.abs(ok)) * partOfTheWayToTheLimit);
}

function swayBy(by: number, pace: number, speed: number): Sway | undefined {
  return by > 0 ? { by, periodMs: (periodMs * pace) / speed } : undefined;
}

/** Where a value is that sways, after this time; a whole number stays one. */
export function swayed(value: number, { by, periodMs: period }: Sway, elapsedMs: number): number {
  const now = value * (1 + by * Math.sin((2 * Math.PI * elapsedMs) / period));
  return Number.isInteger(value) ? Math.round(now) : now;
}

/** How much time has passed for something whose growth sways: it grows as much in a whole period as without. */
export function swayedTime(elapsedMs: number, { by, periodMs: period }: Sway): number {
  const turn = 2 * Math.PI;
  return elapsedMs + ((by * period) / turn) * (1 - Math.cos((turn * elapsedMs) / period));
}

/** From 0.7 to 1.3, so that lines of different names do not move as one. */
function paceOf(metric: string): number {
  const sum = [...metric].reduce((total, character) => (total * 31 + character.charCodeAt(0)) % 61, 0);
  return 0.7 + sum / 100;
}
