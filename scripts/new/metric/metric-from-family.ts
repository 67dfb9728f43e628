import { statisticIn } from "../../../generators/checks/metrics/computed-statistics-are-declared.ts";
import type { LabelSpec, LabelSpecs } from "../../../generators/language/label.ts";
import type { MetricType } from "../../../generators/language/metric-definition.ts";
import { type Item, keyOf, list, object, text } from "../../code/code.ts";
import type { Family, FamilyType } from "../../../generators/exposition/exposition.ts";
import { helpOf } from "./help-of-family.ts";
import { labelsOf } from "./labels-of-family.ts";
import { boundsOf, quantilesOf } from "./left-out.ts";
import { unitOf } from "./unit-of-family.ts";

/** What each type becomes. Of what has no type, a gauge promises the least. */
const types: Readonly<Record<FamilyType, MetricType>> = {
  counter: "counter",
  gauge: "gauge",
  histogram: "histogram",
  summary: "summary",
  untyped: "gauge",
  unknown: "gauge",
  info: "gauge",
  stateset: "gauge",
  gaugehistogram: "histogram",
};

/** The line of `metrics(…)` that declares a family, such as `shop_orders_total: counter({ … })`. */
export function metricFrom(family: Family): Item & { readonly key: string } {
  const type = types[family.type];
  const { unit, doubt } = unitOf(family);
  const isUnknown = family.type === "untyped" || family.type === "unknown";
  const doubts = [doubt, isUnknown ? "Its type is not known: a counter, if it only grows." : undefined];
  const comment = doubts.filter((one) => one !== undefined).join(" ");
  const entries = [
    { key: "help", value: text(helpOf(family)) },
    ...(unit === undefined ? [] : [{ key: "unit", value: text(unit) }]),
    ...labelEntries(labelsOf(family)),
    ...(type === "histogram" ? [numbers("buckets", boundsOf(family))] : []),
    ...(type === "summary" ? [numbers("quantiles", quantilesOf(family))] : []),
    ...(type === "gauge" ? computed(family.name, unit) : []),
  ];
  return { key: family.name, value: object(type, entries), comment: comment === "" ? undefined : comment };
}

type Entry = Item & { readonly key: string };

function numbers(key: string, values: readonly number[]): Entry {
  return { key, value: list(values.map(String)) };
}

function labelEntries(labels: LabelSpecs): Entry[] {
  const entries = Object.entries(labels).map(([name, spec]) => ({ key: keyOf(name), value: valuesOf(spec) }));
  return entries.length === 0 ? [] : [{ key: "labels", value: object("", entries) }];
}

function valuesOf(spec: LabelSpec) {
  if (typeof spec === "string") return text(spec);
  return spec instanceof RegExp ? String(spec) : list(spec.map(text));
}

/** The statistic that the program computed itself, as far as the name says it. */
function computed(name: string, unit: string | undefined): Entry[] {
  const said = statisticIn(name) ?? (unit === "ratio" && /_ratio$/.test(name) ? "ratio" : undefined);
  return said === undefined ? [] : [{ key: "computed", value: text(said) }];
}
