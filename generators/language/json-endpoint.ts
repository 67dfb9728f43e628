import type { ExprIn, SelectorOf } from "./expression/expression.ts";
import { type JobLabels, jobLabels, type JobOf, type JobOptions, type TargetLabels } from "./job.ts";
import type { Labels, LabelSpecs, Name } from "./label.ts";
import type { PathKey } from "./json-path.ts";
import { callerPlace, type Place } from "./place.ts";
import { type ScrapeMetrics, scrapeMetrics } from "./prometheus-metrics.ts";
import type { SecretFile } from "./secret.ts";

interface JsonEndpointOptions<S, T extends TargetLabels> extends JobOptions<T> {
  /** Addresses that answer with JSON: `["http://localhost:8080/status"]`; their `host:port` is the label `instance`. */
  readonly targets: readonly (`http://${string}` | `https://${string}`)[];
  /** A real answer. `jsonFields(…)` must map each of its fields, and no others. */
  readonly sample: S;
  /** A token to send in the header `Authorization: Bearer …`. A secret. Default: none. */
  readonly bearerToken?: SecretFile;
}

declare const fieldsOfSample: unique symbol;

/** An endpoint with the fields `F`, each a path and its value, whose series carry the labels `C`. */
// An interface, because its name is what the editor shows; fields instead of the sample, because that takes many lines.
export interface JsonEndpoint<
  C extends LabelSpecs = LabelSpecs,
  F extends JsonField = JsonField,
> extends JobOf<"json", JsonEndpointOptions<unknown, TargetLabels>, C> {
  // In the types only.
  readonly [fieldsOfSample]: F;
}

/**
 * A program that answers with JSON instead of metrics; json_exporter converts it.
 *
 * `metrics(till, { … })` declares the metrics, and `jsonFields(till, { "queue.length": … })` says which field becomes which.
 * @example
 * jsonEndpoint("till", {
 *   description: "A till.",
 *   targets: ["http://localhost:8080/status"],
 *   sample: { queue: { length: 3 }, state: "open" },
 * })
 * @refuses jsonEndpoint("till", { description: "A till.", targets: ["localhost:8080"], sample: {} })
 * @check needed-parts-are-declared
 */
export function jsonEndpoint<
  const J extends string,
  const S extends object,
  const T extends TargetLabels = {},
>(
  job: J,
  { labels, ...options }: JsonEndpointOptions<S, T>,
): JsonEndpoint<JobLabels<J, T>, FieldsOf<S>> & ScrapeMetrics<JobLabels<J, T>> {
  const source = { job, seriesLabels: jobLabels(job, labels) };
  const scrape = {
    kind: "json",
    ...options,
    targetLabels: labels ?? {},
    place: callerPlace(),
  } as const;
  // A cast: the fields exist in the types only.
  return { ...scrapeMetrics(source), ...source, ...scrape } as never;
}

/** A field that no metric is made of, and why. */
export interface LeftOut {
  readonly kind: "left out";
  readonly reason: string;
}

/**
 * Makes no metric of a field, for a reason that a reviewer can read.
 * @example leftOut("the version is in build_info")
 */
export function leftOut(reason: string): LeftOut {
  return { kind: "left out", reason };
}

/** The path of a field, `memory.static_memory_usage`, and its value. */
type JsonField = readonly [path: string, value: unknown];

/** The fields of an answer; a list is one field. */
type FieldsOf<S, Before extends string = ""> = S extends readonly unknown[]
  ? [Before, S]
  : S extends object
    ? {
        [K in keyof S & string]: FieldsOf<S[K], Before extends "" ? PathKey<K> : `${Before}.${PathKey<K>}`>;
      }[keyof S & string]
    : [Before, S];

/** The value of the field of `F` with the path `P`. */
type ValueAt<F extends JsonField, P> = F extends readonly [infer Path, infer V]
  ? P extends Path
    ? V
    : never
  : never;

/** What a field becomes: a gauge or a counter, with `where` if it has labels, a label of one of them, or nothing. */
export type FieldTarget = SelectorOf<Labels> | TextLabel<never> | EachOf<never> | LeftOut;

/**
 * What a field with this value can become: a number a sample, a text the value of a label, or a sample if it is a number in quotes; the
 * objects of a list samples each; anything else nothing.
 */
type TargetOf<V> = [V] extends [number | boolean]
  ? SelectorOf<Labels> | LeftOut
  : [V] extends [string]
    ? | TextLabel<string extends V ? never : V>
      | LeftOut
      | ([V] extends [`${number}`] ? SelectorOf<Labels> : never)
    : EachTarget<V> | LeftOut;

/** Of a list of objects, what each of them becomes. */
type EachTarget<V> = V extends readonly (infer E)[]
  ? [E] extends [never]
    ? never
    : [E] extends [readonly unknown[]]
      ? never
      : [E] extends [object]
        ? EachOf<E>
        : never
  : never;

/** The fields of a JSON endpoint and the metrics they become. */
export interface JsonFields {
  readonly kind: "json fields";
  readonly endpoint: JsonEndpoint;
  readonly fields: Readonly<Record<string, FieldTarget>>;
  readonly place: Place;
}

/**
 * Maps every field of the sample answer: a number, in quotes too, to a metric, a text to a label with `asLabel(…)`, the objects of a list
 * with `eachOf(…)`, or to nothing with `leftOut("reason")`. A field that is missing here, or that the sample does not have, does not
 * compile.
 *
 * In a path a backslash stands before a dot, or a backslash, that belongs to a key: `"cpu\\.load"` is the key `cpu.load`.
 * @example jsonFields(till, { "queue.length": tillQueue, state: asLabel(tillState, "state") })
 * @refuses jsonFields(till, { state: asLabel(tillState, "state") })
 * @refuses jsonFields(till, { "queue.length": tillQueue, state: tillState })
 * @check json-fields-are-series
 */
export function jsonFields<F extends JsonField>(
  endpoint: JsonEndpoint<LabelSpecs, F>,
  fields: { readonly [P in F[0]]: TargetOf<ValueAt<F, P>> },
): JsonFields {
  return { kind: "json fields", endpoint, fields, place: callerPlace() };
}

declare const elements: unique symbol;

/** The objects of a list: the series that each of them becomes, told apart by labels; `E` are the objects. */
export interface EachOf<E> {
  readonly kind: "each of a list";
  /** Label names, each with the field of the object that is its value. */
  readonly labels: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, SelectorOf<Labels> | LeftOut>>;
  // In the types only. A function, so that what is for objects with fewer fields fits no objects with more.
  readonly [elements]: (element: E) => void;
}

/** The paths of the fields of `E` whose values are `V`. */
type PathIn<E, V> =
  FieldsOf<E> extends infer F ? (F extends readonly [infer P extends string, V] ? P : never) : never;

/** The value of the field of `E` with the path `P`. */
type ElementAt<E, P> = FieldsOf<E> extends infer F ? (F extends readonly [P, infer V] ? V : never) : never;

/** What a field of an object of a list can become. */
type ElementTarget<V> = [V] extends [number | boolean] | [`${number}`]
  ? SelectorOf<Labels> | LeftOut
  : LeftOut;

/**
 * Makes series of each object of a list: `labels` tell them apart, by the fields that are their values.
 *
 * With `eachOf({ queue: "name" }, { length: hallQueue })`, the list `[{ name: "in", length: 3 }]` becomes
 * `hall_queue_length{queue="in"}` with the value 3. Write it where `jsonFields(…)` takes it: the fields of the objects are known there. Each
 * of them is mapped, the value of a label, or left out.
 * @example jsonFields(hall, { queues: eachOf({ queue: "name" }, { length: hallQueue }) })
 * @refuses jsonFields(hall, { queues: eachOf({ queue: "title" }, { length: hallQueue }) })
 * @check json-fields-are-series
 */
export function eachOf<const E, const L extends Readonly<Record<string, PathIn<E, string | number>>>>(
  labels: L,
  fields: {
    readonly [P in Exclude<PathIn<E, unknown>, L[keyof L]>]: ElementTarget<ElementAt<E, P>>;
  },
): EachOf<E> {
  // A cast: the objects exist in the types only.
  return { kind: "each of a list", labels, fields } as unknown as EachOf<E>;
}

declare const texts: unique symbol;

/** A text of an answer as the label of a series with the value 1; `V` are the values that the label may have. */
export interface TextLabel<V extends string> {
  readonly kind: "text label";
  readonly metric: SelectorOf<Labels>;
  readonly label: string;
  // In the types only. A function, so that a label of more values fits a text of fewer, and not the other way round.
  readonly [texts]: (text: V) => void;
}

/** The name of a label if its values are listed, otherwise what to do about it. */
type ListedLabel<L, N extends keyof L & string> = string extends L[N]
  ? `list the values that the label '${N}' may have`
  : N;

/**
 * Makes a text the value of a label, because a sample cannot be a text.
 *
 * With `asLabel(health.shop_health_status, "status")`, the series `shop_health_status{status="degraded"}` has the value 1 while the
 * field is `"degraded"`, and is missing otherwise. The metric is a `bool` whose label lists its values.
 * @example asLabel(tillState, "state")
 * @refuses asLabel(build, "version")
 * @refuses asLabel(tillQueue, "state")
 */
export function asLabel<L extends Labels, const N extends Name<L>>(
  metric: SelectorOf<L> & ExprIn<"bool">,
  label: ListedLabel<L, N>,
): TextLabel<L[N]> {
  // A cast: the texts exist in the types only.
  return { kind: "text label", metric, label } as unknown as TextLabel<L[N]>;
}
