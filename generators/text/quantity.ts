import { formatDuration } from "../language/duration.ts";
import { isScaledUnit } from "../language/unit-scale.ts";
import { promqlNumber } from "../promql/literal.ts";
import { singular } from "./singular.ts";

const decimalPrefixes = [
  ["T", 1e12],
  ["G", 1e9],
  ["M", 1e6],
  ["k", 1e3],
] as const;

const binaryPrefixes = [
  ["Ti", 1024 ** 4],
  ["Gi", 1024 ** 3],
  ["Mi", 1024 ** 2],
  ["Ki", 1024],
] as const;

/** The last second that a date of JavaScript can be. */
const lastTimestamp = 8_640_000_000_000;

/** Prometheus keeps a duration in 64 bits of nanoseconds: about 292 years. */
const longestSeconds = 9_223_372_036;

/** A fixed amount as people write it: 0.05 ratio is `5%`, 0.5 seconds `500ms`, 12e9 bytes `12GB`, 45 fps `45 fps`. */
export function formatQuantity(value: number, unit: string): string {
  // As Prometheus writes them.
  if (!Number.isFinite(value)) return promqlNumber(value);
  switch (unit) {
    case "ratio":
    case "seconds/s":
      return `${rounded(value * 100)}%`;
    case "percent":
      return `${rounded(value)}%`;
    case "seconds":
      return formatSeconds(value);
    case "milliseconds":
      return `${rounded(value)}ms`;
    case "timestamp":
      return formatTimestamp(value);
    case "bytes":
      return `${prefixed(value)}B`;
    case "bytes/s":
      return `${prefixed(value)}B/s`;
    default:
      return amountOf(rounded(value), unit);
  }
}

/**
 * The template that prints the value of an alert in the same manner: `{{ $value | humanizePercentage }}`.
 *
 * Prometheus' `humanize` writes decimal prefixes, which is how the language counts bytes. Below 1 it writes `500m`, which
 * reads like millions: what is often below 1 gets four digits instead.
 */
export function valueTemplate(unit: string): string {
  switch (unit) {
    case "ratio":
    case "seconds/s":
      return "{{ $value | humanizePercentage }}";
    case "percent":
      // As many digits as humanizePercentage writes.
      return '{{ $value | printf "%.4g" }}%';
    case "seconds":
      return "{{ $value | humanizeDuration }}";
    case "milliseconds":
      return '{{ $value | printf "%.1f" }}ms';
    case "timestamp":
      return "{{ $value | humanizeTimestamp }}";
    case "bytes":
      return "{{ $value | humanize }}B";
    case "bytes/s":
      return "{{ $value | humanize }}B/s";
    default:
      return withWord(numberTemplate(unit), unit);
  }
}

function numberTemplate(unit: string): string {
  // A prefix before a unit that has a scale of its own would be two: 1.2k megabytes.
  if (isScaledUnit(unit)) return '{{ $value | printf "%.1f" }}';
  if (unit === "none" || unit.endsWith("/s")) return '{{ $value | printf "%.4g" }}';
  return "{{ $value | humanize }}";
}

/** One task, and two tasks. */
function amountOf(value: number, unit: string): string {
  return withWord(String(value), value === 1 ? singular(unit) : unit);
}

/** `count/s` is `/s`, and a count is a number; any other word follows after a space. */
function withWord(number: string, unit: string): string {
  if (unit === "count" || unit === "none" || unit === "bool") return number;
  return unit.startsWith("count/") ? `${number}${unit.slice("count".length)}` : `${number} ${unit}`;
}

function formatSeconds(seconds: number): string {
  const ms = rounded(seconds * 1000);
  const isDuration = Number.isInteger(ms) && seconds > 0 && seconds <= longestSeconds;
  return isDuration ? formatDuration(ms) : `${rounded(seconds)}s`;
}

/** To the second, in UTC, as Prometheus writes a moment too. */
function formatTimestamp(seconds: number): string {
  if (!(Math.abs(seconds) <= lastTimestamp)) return String(seconds);
  return new Date(seconds * 1000)
    .toISOString()
    .replace("T", " ")
    .replace(/(?:\.\d+)?Z$/, " UTC");
}

function decimal(value: number): string {
  const [letter, size] = decimalPrefixes.find(([, least]) => Math.abs(value) >= least) ?? ["", 1];
  return `${rounded(value / size)}${letter}`;
}

/** Decimal, as bytes are counted, but for an amount that is written shorter in powers of 1024: `20Gi`, and not `21.47483648G`. */
function prefixed(value: number): string {
  const written = decimal(value);
  const binary = binaryPrefixes
    .filter(([, size]) => Math.abs(value) >= size && Number.isInteger((value / size) * 4))
    .map(([letters, size]) => `${value / size}${letters}`)
    .find((text) => text.length < written.length);
  return binary ?? written;
}

/** Without the noise that binary floating point leaves behind: 0.07 * 100 is 7.000000000000001. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
