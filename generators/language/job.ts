import type { Allowances } from "./allow.ts";
import type { RuleDuration } from "./duration.ts";
import type { LabelSpecs } from "./label.ts";
import type { Place } from "./place.ts";

/** A scrape job, as metrics see it: where their series come from. */
export interface Source<C extends LabelSpecs = LabelSpecs> {
  readonly job: string;
  /** The labels that every series of this job carries, `job` among them. */
  readonly seriesLabels: C;
}

/** Whether `value` is a scrape job, and not a plain list of labels. */
export function isSource(value: LabelSpecs | Source): value is Source {
  const { seriesLabels } = value;
  return (
    typeof seriesLabels === "object" && !Array.isArray(seriesLabels) && !(seriesLabels instanceof RegExp)
  );
}

/** Labels that every series of a job carries besides `job` and `instance`, such as `{ service: "ticket-shop" }`. */
export type TargetLabels = Readonly<Record<string, string>>;

/** The labels of a job's series: its own name, its targets, and what the definition adds. */
export type JobLabels<J extends string, T extends TargetLabels> = {
  readonly job: readonly [J];
  readonly instance: "*";
} & { readonly [K in keyof T]: readonly [T[K]] };

/** What is said of a job of any kind. */
export interface JobOptions<T extends TargetLabels> {
  /** What answers there, in a sentence. */
  readonly description: string;
  /** How often; left out: as the platform says. */
  readonly every?: RuleDuration;
  /** How long an answer may take; left out: as the platform says. */
  readonly timeout?: RuleDuration;
  readonly labels?: T;
  readonly allow?: Allowances;
}

/** A job of one kind, with its own options `O`, whose series carry the labels `C`. */
export type JobOf<K extends string, O, C extends LabelSpecs> = Source<C> &
  Omit<O, "labels"> & {
    readonly kind: K;
    readonly targetLabels: TargetLabels;
    readonly place: Place;
  };

/** The specification of the labels that the series of a job carry. */
export function jobLabels<const J extends string, const T extends TargetLabels>(
  job: J,
  labels: T | undefined,
): JobLabels<J, T> {
  const added = Object.entries(labels ?? {}).map(([name, value]) => [name, [value]]);
  // A cast: TypeScript cannot follow entries through Object.fromEntries.
  return { job: [job], instance: "*", ...Object.fromEntries(added) } as JobLabels<J, T>;
}
