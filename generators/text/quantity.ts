import { formatDuration } from "../../definitions/language/duration.ts";

const decimalPrefixes = [
  ["T", 1e12],
  ["G", 1e9],
  ["M", 1e6],
  ["k", 1e3],
] as const;

/** A fixed amount as people write it: 0.05 ratio is `5%`, 0.5 seconds `500ms`, 12e9 bytes `12GB`, 45 fps `45 fps`. */
export function formatQuantity(value: number, unit: string): string {
  switch (unit) {
    case "ratio":
      return `${rounded(value * 100)}%`;
    case "percent":
      return `${rounded(value)}%`;
    case "seconds":
      return Number.isInteger(value * 1000) && value > 0
        ? formatDuration(value * 1000)
        : `${rounded(value)}s`;
    case "milliseconds":
      return `${rounded(value)}ms`;
    case "timestamp":
      return Number.isFinite(value) ? new Date(value * 1000).toISOString() : String(value);
    case "bytes":
      return `${decimal(value)}B`;
    case "bytes/s":
      return `${decimal(value)}B/s`;
    case "count":
    case "none":
    case "bool":
      return String(rounded(value));
    default:
      return withWord(String(rounded(value)), unit);
  }
}

/**
 * The template that prints the value of an alert in the same manner: `{{ $value | humanizePercentage }}`.
 *
 * Prometheus' `humanize` writes decimal prefixes, which is how the language counts bytes.
 */
export function valueTemplate(unit: string): string {
  switch (unit) {
    case "ratio":
      return "{{ $value | humanizePercentage }}";
    case "percent":
      return '{{ $value | printf "%.1f" }}%';
    case "seconds":
      return "{{ $value | humanizeDuration }}";
    case "milliseconds":
      return '{{ $value | printf "%.0f" }}ms';
    case "timestamp":
      return "{{ $value | humanizeTimestamp }}";
    case "bytes":
      return "{{ $value | humanize }}B";
    case "bytes/s":
      return "{{ $value | humanize }}B/s";
    case "count":
    case "none":
    case "bool":
      return "{{ $value | humanize }}";
    default:
      return withWord("{{ $value | humanize }}", unit);
  }
}

/** `count/s` is `/s`; any other word follows after a space. */
function withWord(number: string, unit: string): string {
  return unit.startsWith("count/") ? `${number}${unit.slice("count".length)}` : `${number} ${unit}`;
}

function decimal(value: number): string {
  const [letter, size] = decimalPrefixes.find(([, least]) => Math.abs(value) >= least) ?? ["", 1];
  return `${rounded(value / size)}${letter}`;
}

/** Without the noise that binary floating point leaves behind: 0.07 * 100 is 7.000000000000001. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
