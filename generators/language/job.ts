import type { Allowances } from "./allow.ts";
import type { RuleDuration } from "./duration.ts";
import type { LabelSpecs } from "./label.ts";
import type { Place } from "./place.ts";

/** A job as its metrics see it: where their series come from. */
export interface Source<C extends LabelSpecs = LabelSpecs> {
  readonly job: string;
  /** The labels that every series of this job carries, `job` among them. */
  readonly seriesLabels: C;
}

/** Whether `value` is a job, and not plain labels. */
export function isSource(value: LabelSpecs | Source): value is Source {
  const { seriesLabels } = value;
  return (
    typeof seriesLabels === "object" && !Array.isArray(seriesLabels) && !(seriesLabels instanceof RegExp)
  );
}

/** Labels that every series of a job carries besides `job` and `instance`. */
export type TargetLabels = Readonly<Record<string, string>>;

/** The labels of a job's series: its own name, its targets, and what the definition adds. */
export type JobLabels<J extends string, T extends TargetLabels> = {
  readonly job: readonly [J];
  readonly instance: "*";
} & { readonly [K in keyof T]: readonly [T[K]] };

/** Options of every job. */
export interface JobOptions<T extends TargetLabels> {
  /** What runs there, in one sentence. */
  readonly description: string;
  /** How often its targets are scraped. Default: the platform's `scrapeInterval`. */
  readonly every?: RuleDuration;
  /** How long a scrape may take, at most as long as the interval. Default: the platform's `scrapeTimeout`. */
  readonly timeout?: RuleDuration;
  /** Labels that every series of the job carries: `{ service: "ticket-shop" }`. Default: only `job` and `instance`. */
  readonly labels?: T;
  /**
   * Why no guards are made for the alerts that rest on its metrics: `"a test system, which is often without a game"`. Default: there is
   * an alert for what is missing while the target answers.
   */
  readonly unguarded?: string;
  /**
   * True: a target is absent, and not down, while its container does not run, so that `up` does not exist and no alert on it fires. For
   * programs of the stack that are not always started, such as those of the profile `logs`: Prometheus looks for them by name, and they
   * stand in no file of targets. Default: it is down.
   */
  readonly absentWhileStopped?: boolean;
  /** Checks to suppress for this job, by id, each with a reason. */
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
