import type { LabelSpec } from "../../generators/language/label.ts";
import type { SeriesUse } from "../../generators/import/catalogue/uses.ts";
import type { Family } from "../../generators/exposition/exposition.ts";
import { isScaledUnit } from "../../generators/language/unit-scale.ts";
import { helpOf } from "../new/metric/help-of-family.ts";
import { labelsOf } from "../new/metric/labels-of-family.ts";
import { boundsOf, quantilesOf } from "../new/metric/left-out.ts";
import { unitOf } from "../new/metric/unit-of-family.ts";
import type { DeclaredMetric } from "./declared-metric.ts";

/** A metric of an exposition that rules read, with the names under which they can. */
export interface ExposedMetric {
  readonly metric: DeclaredMetric;
  readonly names: readonly string[];
}

/** What an exposition says of a metric; none where no rule reads it, or where it has not a type that the language has. */
export function exposedMetric(family: Family, uses: readonly SeriesUse[]): ExposedMetric[] {
  const names = namesOf(family);
  const own = uses.filter(({ name }) => names.includes(name));
  if (own.length === 0 || family.samples.length === 0) return [];
  const type = typeOf(family, own);
  const { unit = "count", doubt } = unitOf(family);
  // What is counted, a help says too seldom to refuse that two of them are added.
  const isSure = doubt === undefined || isScaledUnit(unit);
  const metric: DeclaredMetric = {
    ...{ name: family.name, type, help: family.help === "" ? undefined : helpOf(family) },
    unit:
      own.some(({ takenFor }) => takenFor === "moment") && type === "gauge"
        ? "timestamp"
        : isSure
          ? unit
          : "none",
    labels: withNamed(labelsOf(family), own),
    buckets: type === "histogram" ? boundsOf(family) : [],
    quantiles: type === "summary" ? quantilesOf(family) : [],
    comment: isSure ? doubt : undefined,
  };
  return [{ metric, names }];
}

function namesOf({ name, type }: Family): readonly string[] {
  if (type === "histogram") return [`${name}_bucket`, `${name}_sum`, `${name}_count`];
  return type === "summary" ? [name, `${name}_sum`, `${name}_count`] : [name];
}

/** Of what no type is said, the rules decide. */
function typeOf({ type }: Family, uses: readonly SeriesUse[]): DeclaredMetric["type"] {
  if (type === "counter" || type === "gauge" || type === "histogram" || type === "summary") return type;
  return uses.some(({ takenFor }) => takenFor === "counter") ? "counter" : "gauge";
}

/** With the values that rules ask for: that one was not there at that moment does not say that it never is. */
function withNamed(
  labels: Readonly<Record<string, LabelSpec>>,
  uses: readonly SeriesUse[],
): Readonly<Record<string, LabelSpec>> {
  return Object.fromEntries(
    Object.entries(labels).map(([label, spec]) => {
      if (typeof spec === "string" || spec instanceof RegExp) return [label, spec];
      const named = uses.flatMap(({ matchers }) => matchers.filter(({ name }) => name === label));
      if (named.some(({ op }) => op === "=~" || op === "!~")) return [label, "*"];
      return [label, [...new Set([...spec, ...named.map(({ value }) => value)])].sort()];
    }),
  );
}
