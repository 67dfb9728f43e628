import { durationInMs } from "../language/duration.ts";

/**
 * The value of a number as PromQL writes it: `0.5`, `1e3`, `0x1F`, `Inf`, and durations as seconds.
 *
 * Undefined when Prometheus refuses it.
 */
export function numberOrDuration(text: string): number | undefined {
  const [, sign = "", digits = ""] = /^([-+]?)\s*(.*)$/s.exec(text) ?? [];
  const value = unsigned(digits);
  return value !== undefined && sign === "-" ? -value : value;
}

function unsigned(text: string): number | undefined {
  if (/^inf$/i.test(text)) return Infinity;
  if (/^nan$/i.test(text)) return NaN;
  if (/^0x[\da-f]+$/i.test(text)) return Number(text);
  // As Go reads it: a leading zero means base eight, unless a digit or a point says that it cannot.
  if (/^0[0-7]+$/.test(text)) return parseInt(text, 8);
  const plain = text.replaceAll(/(?<=\d)_(?=\d)/g, "");
  if (/^(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(plain)) return Number(plain);
  const ms = durationInMs(text);
  return ms === undefined ? undefined : ms / 1000;
}

/** Prometheus keeps a duration in 64 bits of nanoseconds: about 292 years. */
const longestSeconds = 9_223_372_036;

/** A duration or a number of seconds, as in `[5m]` and `offset 300`; undefined when it is neither. */
export function signedDurationInMs(text: string): number | undefined {
  const seconds = numberOrDuration(text);
  if (seconds === undefined || !(Math.abs(seconds) <= longestSeconds)) return undefined;
  // Prometheus keeps whole milliseconds.
  return Math.trunc(seconds * 1000);
}
