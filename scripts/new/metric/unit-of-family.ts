import { otherSpellings } from "../../../generators/language/unit.ts";
import { isScaledUnit, refuseMisspelt } from "../../../generators/language/unit-scale.ts";
import type { Family } from "../exposition/exposition.ts";

/** The unit of a family's samples; undefined is a plain count. */
export interface GuessedUnit {
  readonly unit: string | undefined;
  /** How it was found, where the name does not say it: somebody should have a look. */
  readonly doubt?: string;
}

/** The unit that an exposition says, or that the name or the help of the family let one guess. */
export function unitOf(family: Family): GuessedUnit {
  const named = family.unit === undefined ? undefined : scaled(family.unit);
  if (isTimestamp(family)) return { unit: "timestamp" };
  if (named !== undefined) return { unit: named };
  if (isState(family)) return { unit: "bool" };
  const words = family.name.replace(/_(?:total|info)$/, "").split("_");
  const inName = words
    .slice(-2)
    .reverse()
    .map(scaled)
    .find((unit) => unit !== undefined);
  if (inName !== undefined) return { unit: inName };
  return inHelp(family) ?? { unit: counted(words.at(-1) ?? "") ?? withoutUnit(family) };
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

/** 0 or 1, for no or yes. */
function isState({ name, type, help, samples }: Family): boolean {
  if (type === "info" || type === "stateset") return true;
  if (type === "counter" || samples.length === 0) return false;
  if (!samples.every(({ value }) => value === 0 || value === 1)) return false;
  const saysSo = /^(?:whether|(?:1|one|0) (?:if|when|for)\b)|\(?\b[01] (?:for|if|=|means)\b|[01]=/i.test(
    help,
  );
  const isNamedSo = /(?:^|_)(?:up|success|successful|enabled|healthy|info)$/.test(name);
  return saysSo || isNamedSo;
}

/** `in milliseconds` in the help: right most of the time, and wrong where it tells of something else. */
function inHelp({ help }: Family): GuessedUnit | undefined {
  const found = /\bin (nano|micro|milli|kilo|mega)?(seconds|bytes)\b/i.exec(help)?.[0]?.slice("in ".length);
  const unit = found === undefined ? undefined : scaled(found);
  return unit === undefined ? undefined : { unit, doubt: "The unit is guessed from the help." };
}

/** What is counted, where the name ends in it: `requests` of `nginx_http_requests`. */
function counted(word: string): string | undefined {
  if (!/^[a-z]{3,}s$/.test(word) || /ss$|us$|is$/.test(word) || noThings.has(word)) return undefined;
  try {
    refuseMisspelt(word);
    return word;
  } catch {
    return undefined;
  }
}

const noThings: ReadonlySet<string> = new Set("stats has was does settings always".split(" "));

/** Fractions of something that nobody named are no count. */
function withoutUnit({ type, samples }: Family): string | undefined {
  const isWhole = samples.every(({ value }) => Number.isInteger(value) || !Number.isFinite(value));
  return isWhole || type === "counter" ? undefined : "none";
}
