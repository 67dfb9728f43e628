import { acceptedBy } from "../promql/label-value.ts";
import type { Asking, ContractMetric, LabelValues, Read } from "./contract.ts";

/** Whether the label was declared to have this value. */
export function isDeclared(values: LabelValues, value: string): boolean {
  if (values === "*") return true;
  if ("matches" in values)
    return new RegExp(`^(?:${values.matches})$`, values.flags.replace(/[gy]/g, "")).test(value);
  return values.includes(value);
}

/** The values that a label may have, where they are listed. */
export function listOf(values: LabelValues): readonly string[] | undefined {
  return values === "*" || "matches" in values ? undefined : values;
}

/** Whether the values of all labels are listed, so that a program knows its series from the start. */
export function isClosed({ labels }: ContractMetric): boolean {
  return Object.values(labels).every((values) => listOf(values) !== undefined);
}

/** Whether a read takes series whose label has this value; an empty one stands for a label that is not there. */
export function takes({ matchers = [] }: Read, label: string, value: string): boolean {
  return askedOf(matchers, label).every((asking) => acceptedBy(asking)(value));
}

/** Whether a read asks anything of a label. */
export function asksFor({ matchers = [] }: Read, label: string): boolean {
  return askedOf(matchers, label).length > 0;
}

function askedOf(matchers: readonly Asking[], label: string): readonly Asking[] {
  return matchers.filter(({ name }) => name === label);
}
