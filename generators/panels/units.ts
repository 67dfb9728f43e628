import type { PanelModel } from "./panel-model.ts";
import type { PanelBuilder } from "./sdk.ts";

/** The units of the language, as Grafana calls them. */
const ids: Readonly<Record<string, string>> = {
  nanoseconds: "ns",
  microseconds: "µs",
  milliseconds: "ms",
  seconds: "s",
  minutes: "m",
  hours: "h",
  days: "d",
  // Decimal, as in the language, in the messages of alerts, and as Prometheus humanises: 12 GB are 12,000,000,000 bytes.
  bits: "decbits",
  bytes: "decbytes",
  kilobytes: "deckbytes",
  megabytes: "decmbytes",
  gigabytes: "decgbytes",
  kibibytes: "kbytes",
  mebibytes: "mbytes",
  gibibytes: "gbytes",
  "bits/s": "bps",
  "bytes/s": "Bps",
  "kilobytes/s": "KBs",
  "megabytes/s": "MBs",
  "gigabytes/s": "GBs",
  "kibibytes/s": "KiBs",
  "mebibytes/s": "MiBs",
  "gibibytes/s": "GiBs",
  ratio: "percentunit",
  percent: "percent",
  // CPU seconds a second: one core fully used is 100 %.
  "seconds/s": "percentunit",
  timestamp: "dateTimeAsIso",
  // 12,300 is shown as 12.3 K.
  count: "short",
  // Counts of anything: requests, evictions, reloads.
  "count/s": "cps",
  "packets/s": "pps",
  // Reads and writes of a disk.
  "I/O operations/s": "iops",
  // 0 and 1 are named by value mappings.
  bool: "none",
  none: "none",
};

/** Grafana's id of a unit; a word that Grafana does not know is written after the number: `90 fps`. */
export function grafanaUnit(unit: string): string {
  return Object.hasOwn(ids, unit) ? (ids[unit] ?? "none") : `suffix:${unit}`;
}

/** What Grafana has more than one word for: bytes by 1024 are shown by 1000, as the language shows all of them. */
const alike: Readonly<Record<string, string>> = {
  bytes: "bytes",
  bits: "bits",
  binbps: "bits/s",
  binBps: "bytes/s",
  ops: "operations/s",
  reqps: "requests/s",
  rps: "reads/s",
  wps: "writes/s",
  dateTimeAsUS: "timestamp",
  dateTimeFromNow: "timestamp",
};

/** The unit that Grafana calls so; undefined: the language has none for it. */
export function unitOfGrafana(id: string): string | undefined {
  if (id === "none" || id === "") return "none";
  if (id.startsWith("suffix:")) return id.slice("suffix:".length);
  return (
    Object.entries(ids).find(([, own]) => own === id)?.[0] ??
    (Object.hasOwn(alike, id) ? alike[id] : undefined)
  );
}

/** Timestamps are seconds in Prometheus and milliseconds in Grafana, whose units cannot say otherwise. */
const perSecond = 1000;

/** The expression as Grafana can show it. */
export function shownExpr(expr: string, unit: string | undefined): string {
  return unit === "timestamp" ? `${perSecond} * (${expr})` : expr;
}

/** A limit or a threshold on the same scale. */
export function shownValue(value: number, unit: string | undefined): number {
  return unit === "timestamp" ? value * perSecond : value;
}

const bounds: Readonly<Record<string, Bounds>> = {
  ratio: { min: 0, max: 1 },
  percent: { min: 0, max: 100 },
};

interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** The ends of a dial or a bar that the unit has by itself, where its author says none. */
export function setNaturalBounds(builder: PanelBuilder, { unit = "none", min, max }: PanelModel): void {
  const natural = Object.hasOwn(bounds, unit) ? bounds[unit] : undefined;
  if (!natural) return;
  if (min === undefined) builder.min(natural.min);
  if (max === undefined) builder.max(natural.max);
}
