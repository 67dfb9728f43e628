import type { LabelSpecs } from "./label.ts";

/** The name under which Prometheus stores a metric's own label `K`, beside the labels `C` of the target. */
export type StoredName<C, K> = K extends keyof C & string ? `exported_${K}` : K;

/**
 * The labels of a stored series: those of its source, and its own.
 *
 * Where both say a label, as a metric of calls by `service` does, Prometheus keeps the target's and stores the metric's
 * own as `exported_service` (`honor_labels: false`).
 */
export function storedLabels(source: LabelSpecs, own: LabelSpecs): LabelSpecs {
  const renamed = Object.entries(own).map(([name, spec]) => [storedName(name, source), spec] as const);
  return { ...source, ...Object.fromEntries(renamed) };
}

/** The name under which Prometheus stores a metric's own label. */
export function storedName(name: string, source: object): string {
  return Object.hasOwn(source, name) ? `exported_${name}` : name;
}
