import { once } from "../once.ts";

/** One series of a result. */
export interface VectorElement {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What an expression gives: a number, or series. */
export type ExpressionValue = number | readonly VectorElement[];

/** Changes every number of it, and keeps the labels. */
export function mapValue(value: ExpressionValue, change: (value: number) => number): ExpressionValue {
  if (typeof value === "number") return change(value);
  return value.map((element) => ({ ...element, value: change(element.value) }));
}

type Labels = VectorElement["labels"];

/** Names series that have the same values of these labels alike. */
export function labelKey(labels: Labels, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => labels[name] ?? ""));
}

/** Names a series by all of its labels. */
export function seriesKey({ labels }: Pick<VectorElement, "labels">): string {
  return keyOfLabels(labels);
}

const keyOfLabels = once((labels: Labels) => JSON.stringify(Object.entries(labels).sort()));

/** The labels of these names, or all but these. */
export function keepLabels(labels: Labels, names: readonly string[], kept: boolean): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => names.includes(name) === kept));
}
