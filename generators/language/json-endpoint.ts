import type { ExprIn, SelectorOf } from "./expression/expression.ts";
import { type JobLabels, jobLabels, type JobOf, type JobOptions, type TargetLabels } from "./job.ts";
import type { Labels, LabelSpecs, Name } from "./label.ts";
import { callerPlace, type Place } from "./place.ts";
import { type ScrapeMetrics, scrapeMetrics } from "./prometheus-metrics.ts";
import type { SecretFile } from "./secret.ts";

interface JsonEndpointOptions<S, T extends TargetLabels> extends JobOptions<T> {
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
type FieldPath<S, Before extends string = ""> = S extends readonly unknown[]
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

declare const texts: unique symbol;

/** A text of an answer that becomes a label of a series whose value is 1; `V` are the values that the label may have. */
export interface TextLabel<V extends string> {
  readonly kind: "text label";
  readonly metric: SelectorOf<Labels>;
  readonly label: string;
  // In the types only. A function, so that a label of more values fits a text of fewer, and not the other way round.
  readonly [texts]: (text: V) => void;
}

/** The name of a label, if its values are listed; else what to do about it. */
type ListedLabel<L, N extends keyof L & string> = string extends L[N]
  ? `list the values that the label '${N}' may have`
  : N;

/**
 * Turns a text into a label, because no sample can be a text: `asLabel(health.shop_health_status, "status")` is
 * `shop_health_status{status="degraded"} 1` while the field says so, and there is no such series while it does not.
 */
export function asLabel<L extends Labels, const N extends Name<L>>(
  metric: SelectorOf<L> & ExprIn<"bool">,
  label: ListedLabel<L, N>,
): TextLabel<L[N]> {
  // A cast: what the types alone say of the texts is not there at run time.
  return { kind: "text label", metric, label } as unknown as TextLabel<L[N]>;
}
