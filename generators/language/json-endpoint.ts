import type { Labels, LabelSpecs } from "./label.ts";
import { type ScrapeMetrics, scrapeMetrics } from "./scrape-metrics.ts";
import { callerPlace, type Place } from "./place.ts";
import type { SecretFile } from "./secret.ts";
import type { TextLabel } from "./as-label.ts";
import type { SelectorOf } from "./expression/expression.ts";
import { type TargetLabels, type JobOptions, type JobOf, type JobLabels, jobLabels } from "./job.ts";

export interface JsonEndpointOptions<S, T extends TargetLabels> extends JobOptions<T> {
  /** The addresses that answer JSON; `instance` is their `host:port`. */
  readonly targets: readonly (`http://${string}` | `https://${string}`)[];
  /** An answer as it really comes: its fields are what can be mapped, and all of them must be. */
  readonly sample: S;
  readonly bearerToken?: SecretFile;
}

/** An endpoint that answers like `S`, and whose series carry the labels `C`. */
// An interface, because its name is what the editor shows.
export interface JsonEndpoint<C extends LabelSpecs = LabelSpecs, S = unknown> extends JobOf<
  "json",
  JsonEndpointOptions<S, TargetLabels>,
  C
> {}

/**
 * A program that answers JSON instead of metrics: `metrics(endpoint, { … })` declares what its fields become, and
 * `jsonFields(endpoint, { "queue.length": … })` says which field is which; json_exporter does it.
 */
export function jsonEndpoint<
  const J extends string,
  const S extends object,
  const T extends TargetLabels = {},
>(
  job: J,
  { labels, ...options }: JsonEndpointOptions<S, T>,
): JsonEndpoint<JobLabels<J, T>, S> & ScrapeMetrics<JobLabels<J, T>> {
  const source = { job, seriesLabels: jobLabels(job, labels) };
  const scrape = {
    kind: "json",
    ...options,
    targetLabels: labels ?? {},
    place: callerPlace(),
  } as const;
  return { ...scrapeMetrics(source), ...source, ...scrape };
}

/** A field that becomes no metric, and why. */
export interface LeftOut {
  readonly kind: "left out";
  readonly reason: string;
}

/** Leaves a field of the answer out, for a reason that the review can read. */
export function leftOut(reason: string): LeftOut {
  return { kind: "left out", reason };
}

/** The paths of the fields of an answer, `memory.static_memory_usage`; a list is one field. */
export type FieldPath<S, Before extends string = ""> = S extends readonly unknown[]
  ? Before
  : S extends object
    ? { [K in keyof S & string]: FieldPath<S[K], Before extends "" ? K : `${Before}.${K}`> }[keyof S & string]
    : Before;

/** What stands at the path `P` of an answer. */
type FieldValue<S, P> = P extends keyof S
  ? S[P]
  : P extends `${infer K}.${infer Rest}`
    ? K extends keyof S
      ? FieldValue<S[K], Rest>
      : never
    : never;

/** What becomes of one field: a gauge or a counter, narrowed by `where` when it has labels, a label of one, or nothing. */
export type FieldTarget = SelectorOf<Labels> | TextLabel<never> | LeftOut;

/** What can become of a field of this value: a number is a sample, a text a label that may have it; a list is neither. */
type TargetOf<V> = [V] extends [number | boolean]
  ? SelectorOf<Labels> | LeftOut
  : [V] extends [string]
    ? TextLabel<string extends V ? never : V> | LeftOut
    : LeftOut;

/** The fields of a JSON endpoint and the metrics they become. */
export interface JsonFields {
  readonly kind: "json fields";
  readonly endpoint: JsonEndpoint;
  readonly fields: Readonly<Record<string, FieldTarget>>;
  readonly place: Place;
}

/**
 * Maps every field of the endpoint's sample answer: a number to a metric, a text to a label of one, `asLabel(…)`, or to nothing,
 * `leftOut("reason")`. A field that is forgotten, or that the answer has not, does not compile.
 */
export function jsonFields<S>(
  endpoint: JsonEndpoint & { readonly sample: S },
  fields: { readonly [P in FieldPath<S>]: TargetOf<FieldValue<S, P>> },
): JsonFields {
  return { kind: "json fields", endpoint, fields, place: callerPlace() };
}
