import type { Difference } from "../../generators/contract/difference.ts";
import { countText, differencesText } from "../../generators/contract/difference-text.ts";
import { masked } from "../../generators/secrets/masked.ts";
import { counted } from "../../generators/targets/validation/subject.ts";
import { printable } from "../../generators/text/printable.ts";
import { jsonText, placeOf } from "../json-problems.ts";
import type { SilentRule } from "./silent-rules.ts";
import type { UnusedMetric } from "./unused-metrics.ts";

/** All that is said of a drift. */
export interface DriftReport {
  readonly differences: readonly Difference[];
  /** Only a Prometheus knows these; undefined: none was asked. */
  readonly silent?: readonly SilentRule[] | undefined;
  readonly unused?: readonly UnusedMetric[] | undefined;
  /** What could not be read. */
  readonly complaints: readonly string[];
}

/** For a person: what an exposition says may hold anything. */
export function driftText({ differences, silent = [], unused = [] }: DriftReport): string {
  const parts = [differencesText(differences), silentText(silent), unusedText(unused)];
  return parts
    .filter((part) => part !== "")
    .map((part) => part.trimEnd().split("\n").map(masked).map(printable).join("\n"))
    .map((part) => `${part}\n`)
    .join("\n");
}

function silentText(silent: readonly SilentRule[]): string {
  return silent
    .map(
      ({ kind, name, place, query }) =>
        `${place.file}:${place.line}: ${kind} ${name} returns nothing now: there is no ${query}\n`,
    )
    .join("");
}

function unusedText(unused: readonly UnusedMetric[]): string {
  if (unused.length === 0) return "";
  const all = unused.reduce((sum, { series }) => sum + series, 0);
  const lines = unused.map(
    ({ metric, job, series }) => `  ${metric} of job ${job}: ${counted(series, "series", "series")}\n`,
  );
  return `${counted(unused.length, "metric")} that nobody reads, with ${all} series\n${lines.join("")}`;
}

/** The line behind it all. */
export function driftSummary({ differences, silent, unused }: DriftReport, jobs: readonly string[]): string {
  const more =
    silent && unused
      ? `, ${counted(silent.length, "silent rule")}, ${counted(unused.length, "unread metric")}`
      : "";
  return `${jobs.length === 0 ? "no job" : jobs.join(", ")}: ${countText(differences)}${more}\n`;
}

/** The same for a program. */
export function driftJson({ differences, silent, unused, complaints }: DriftReport): string {
  return jsonText({
    differences: differences.map(({ text, ...one }) => ({ ...one, text: masked(text) })),
    silentRules: silent?.map(({ place, ...rule }) => ({ ...rule, ...placeOf(place) })),
    unusedMetrics: unused,
    complaints: complaints.map(masked),
  });
}
