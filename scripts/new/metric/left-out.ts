import type { Family } from "../../../generators/exposition/exposition.ts";
import { labelsOf } from "./labels-of-family.ts";

/** Why a family does not become a metric. */
export const whyLeftOut = {
  runtime: "about the exporting program itself",
  untyped: "of no known type",
  unseen: "without a series, so that their labels are not known",
  name: "with names or labels that Prometheus writes in quotes only",
  type: "of a type that the language does not have",
} as const;
export type WhyLeftOut = keyof typeof whyLeftOut;

/** Those that `--all` takes all the same. */
export const takenByAll: ReadonlySet<WhyLeftOut> = new Set<WhyLeftOut>(["runtime", "untyped"]);

/** Why the family should not become a metric; undefined where it should. */
export function leftOutFor(family: Family): WhyLeftOut | undefined {
  const { name, type } = family;
  const labels = Object.keys(labelsOf(family));
  if (!/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name)) return "name";
  if (labels.some((label) => !/^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/.test(label))) return "name";
  if (type === "gaugehistogram") return "type";
  if (family.samples.length === 0) return "unseen";
  if (type === "histogram" && boundsOf(family).length === 0) return "type";
  if (/^(?:go|process|promhttp|python|nodejs)_|exporter_build_info$|^scrape_/.test(name)) return "runtime";
  return type === "untyped" || type === "unknown" ? "untyped" : undefined;
}

/** The upper bounds of a histogram's buckets, without +Inf. */
export function boundsOf({ name, samples }: Family): readonly number[] {
  const bounds = samples
    .filter((sample) => sample.name === `${name}_bucket`)
    .map(({ labels }) => Number(labels.get("le") ?? NaN));
  return ascending(bounds);
}

/** The quantiles of a summary. */
export function quantilesOf({ samples }: Family): readonly number[] {
  return ascending(samples.flatMap(({ labels }) => labels.get("quantile") ?? []).map(Number));
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers.filter(Number.isFinite))].sort((a, b) => a - b);
}
