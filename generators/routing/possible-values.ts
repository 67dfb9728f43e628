import type { LabelMatch } from "../model/routing-model.ts";
import { groupBy } from "../group-by.ts";
import { severityNames, valuesOf, type KnownLabels } from "./alert-matcher.ts";

/** The values that a label may have; Alertmanager takes one that is missing for an empty one. */
export function possibleValues(label: string, labels: KnownLabels): readonly string[] | "any" {
  const known = labels.get(label);
  return known ? (valuesOf(known) ?? "any") : [""];
}

/** A label and the values of which it must have one. */
export type WantedValues = readonly [label: string, values: readonly string[]];

/** What a match asks for without a pattern, the label that tells most alerts apart first. */
export function wantedValues({ alertname, service, severity, labels = {} }: LabelMatch): WantedValues[] {
  const wanted = { alertname, service, ...labels, severity: severityNames(severity) };
  return Object.entries(wanted).flatMap(([label, values]): WantedValues[] => {
    if (values === undefined || values instanceof RegExp) return [];
    return [[label, typeof values === "string" ? [values] : values]];
  });
}

/** Some of a list by the values that their labels may have: in the order of the list, and a few more than those that fit. */
export interface ByValues<T> {
  readonly all: readonly T[];
  /** Those that may have one of these values of each label. */
  readonly having: (wanted: readonly WantedValues[]) => readonly T[];
}

/** Finds in a list without going through it for each question. */
export function byValues<T extends { readonly labels: KnownLabels }>(all: readonly T[]): ByValues<T> {
  const tables = new Map<string, Map<string, number[]>>();
  const tableOf = (label: string) => {
    const table = tables.get(label) ?? placesByValue(all, label);
    tables.set(label, table);
    return table;
  };
  const placesOf = ([label, values]: WantedValues) => {
    const table = tableOf(label);
    return [...values.map((value) => `=${value}`), "any"].map((key) => table.get(key) ?? []);
  };
  return {
    all,
    having: (wanted) => {
      const [fewest] = wanted.map(placesOf).sort((a, b) => sizeOf(a) - sizeOf(b));
      if (!fewest) return all;
      return [...new Set(fewest.flat())].sort((a, b) => a - b).flatMap((place) => all[place] ?? []);
    },
  };
}

function placesByValue(
  all: readonly { readonly labels: KnownLabels }[],
  label: string,
): Map<string, number[]> {
  const keyed = all.flatMap(({ labels }, place) => {
    const values = possibleValues(label, labels);
    const keys = values === "any" ? ["any"] : values.map((value) => `=${value}`);
    return keys.map((key) => ({ key, place }));
  });
  const groups = groupBy(keyed, ({ key }) => key);
  return new Map([...groups].map(([key, own]) => [key, own.map(({ place }) => place)]));
}

function sizeOf(lists: readonly (readonly number[])[]): number {
  return lists.reduce((sum, { length }) => sum + length, 0);
}
