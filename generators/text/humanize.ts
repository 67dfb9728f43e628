import { printGeneral } from "./go-number.ts";

// What Prometheus' templates make of a number (template.go of its version 3.5), rounding and all.

/** `12.3G`, `45`, `250m` */
export function humanize(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return printGeneral(value, figures);
  return Math.abs(value) >= 1 ? scaledDown(value, 1000, larger) : scaledUp(value);
}

/** `1.5Gi` */
export function humanize1024(value: number): string {
  if (Math.abs(value) <= 1 || !Number.isFinite(value)) return printGeneral(value, figures);
  return scaledDown(
    value,
    1024,
    larger.map((prefix) => `${prefix === "k" ? "k" : prefix}i`),
  );
}

/** `1h 2m 3s`, `93ms`; throws a RangeError where Prometheus overflows. */
export function humanizeDuration(value: number): string {
  if (!Number.isFinite(value)) return printGeneral(value, figures);
  if (value === 0) return `${printGeneral(value, figures)}s`;
  if (Math.abs(value) < 1) return `${scaledUp(value)}s`;
  const sign = value < 0 ? "-" : "";
  const whole = Math.trunc(Math.abs(value));
  if (whole >= mostSeconds) throw new RangeError(`humanizeDuration of ${value}`);
  const [days, hours] = [Math.floor(whole / 86_400), Math.floor(whole / 3600) % 24];
  const [minutes, seconds] = [Math.floor(whole / 60) % 60, whole % 60];
  if (days !== 0) return `${sign}${days}d ${hours}h ${minutes}m ${seconds}s`;
  if (hours !== 0) return `${sign}${hours}h ${minutes}m ${seconds}s`;
  if (minutes !== 0) return `${sign}${minutes}m ${seconds}s`;
  return `${sign}${printGeneral(Math.abs(value), figures)}s`;
}

/** `5.1%` */
export function humanizePercentage(value: number): string {
  return `${printGeneral(value * 100, figures)}%`;
}

/** `2026-11-21 12:00:00 +0000 UTC`, of seconds since 1970; throws a RangeError where Prometheus refuses it. */
export function humanizeTimestamp(value: number): string {
  if (!Number.isFinite(value)) return printGeneral(value, figures);
  if (Math.abs(value) >= mostSeconds / nanoseconds) throw new RangeError(`humanizeTimestamp of ${value}`);
  const [, day = "", time = "", fraction = ""] =
    /^(.*)T(.*)\.(\d+)Z$/.exec(new Date(Math.trunc(value * 1000)).toISOString()) ?? [];
  const part = fraction.replace(/0+$/, "");
  return `${day} ${time}${part === "" ? "" : `.${part}`} +0000 UTC`;
}

const figures = 4;
/** Go counts them in 64 bits; what lies beyond has no meaning there. */
const mostSeconds = 2 ** 63;
const nanoseconds = 1e9;
const larger = ["k", "M", "G", "T", "P", "E", "Z", "Y"];
const smaller = ["m", "u", "n", "p", "f", "a", "z", "y"];

function scaledDown(value: number, by: number, prefixes: readonly string[]): string {
  let left = value;
  let prefix = "";
  for (const next of prefixes) {
    if (Math.abs(left) < by) break;
    prefix = next;
    left /= by;
  }
  return printGeneral(left, figures) + prefix;
}

function scaledUp(value: number): string {
  let left = value;
  let prefix = "";
  for (const next of smaller) {
    if (Math.abs(left) >= 1) break;
    prefix = next;
    left *= 1000;
  }
  return printGeneral(left, figures) + prefix;
}
