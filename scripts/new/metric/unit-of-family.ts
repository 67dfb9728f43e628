import { countedIn } from "./counted-things.ts";
import { type GuessedUnit, guessedFromHelp } from "./guessed-unit.ts";
import { stateOf } from "./state-of-family.ts";
import { otherSpellings } from "../../../generators/language/unit.ts";
import { isScaledUnit } from "../../../generators/language/unit-scale.ts";
import type { Family } from "../../../generators/exposition/exposition.ts";

/** The unit that an exposition says, or that the name or the help of the family let one guess. */
export function unitOf(family: Family): GuessedUnit {
  const named = family.unit === undefined ? undefined : scaled(family.unit);
  const state = stateOf(family);
  if (state === undefined && isTimestamp(family)) return { unit: "timestamp" };
  if (named !== undefined) return { unit: named };
  if (state !== undefined) return state;
  const words = family.name.replace(/_(?:total|info)$/, "").split("_");
  const inName = words
    .slice(-2)
    .reverse()
    .map(scaled)
    .find((unit) => unit !== undefined);
  if (inName !== undefined) return { unit: inName };
  return inHelp(family) ?? countedIn(family, words.at(-1) ?? "") ?? { unit: withoutUnit(family) };
}

/** The name of a unit with a scale, or of a physical one, in any usual spelling. */
function scaled(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (isScaledUnit(lower) || physical.has(lower)) return lower;
  const one = lower.replace(/s$/, "");
  const found = Object.entries({ ...otherSpellings, ...inNames }).find(([spelling]) =>
    [lower, one].includes(spelling),
  );
  // One letter is rather the end of a name than a unit.
  return found === undefined || lower.length < 2 || lower === "min" ? undefined : found[1];
}

const physical: ReadonlySet<string> = new Set(
  "celsius volts amperes watts joules hertz meters grams pascals kelvin".split(" "),
);
const inNames = { usec: "microseconds", nsec: "nanoseconds", kbyte: "kilobytes", secs: "seconds" } as const;

function isTimestamp({ name, help, samples }: Family): boolean {
  const says =
    /_timestamp(?:_seconds)?$|(?:^|_)(?:start|boot)_time_seconds$/.test(name) ||
    /unix ?time|unix timestamp|since (?:the )?(?:unix )?epoch|since 1970/i.test(help);
  return says && samples.every(({ value }) => !(value > 1e11));
}

/** `in milliseconds` in the help: right most of the time, and wrong where it tells of something else. */
function inHelp({ help }: Family): GuessedUnit | undefined {
  const found = /\bin (nano|micro|milli|kilo|mega)?(seconds|bytes)\b/i.exec(help)?.[0]?.slice("in ".length);
  const unit = found === undefined ? undefined : scaled(found);
  return unit === undefined ? undefined : { unit, doubt: guessedFromHelp };
}

/** Fractions of something that nobody named are no count. */
function withoutUnit({ type, samples }: Family): string | undefined {
  const isWhole = samples.every(({ value }) => Number.isInteger(value) || !Number.isFinite(value));
  return isWhole || type === "counter" ? undefined : "none";
}
