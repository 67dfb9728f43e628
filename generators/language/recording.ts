import type { Allowances, EquivalentMutants } from "./allow.ts";
import { nodeOf, stateOf, typed } from "./expression/expression.ts";
import { newExpression } from "./expression/methods.ts";
import type { Recordable, Recorded } from "./expression/recordable.ts";
import type { Flat, Labels, Without } from "./label.ts";
import type { LabelMatcher, Node } from "../promql/tree.ts";
import { callerPlace, type Place } from "./place.ts";
import type { RuleGroup } from "./rule-group.ts";
import type { Examples } from "./scenario.ts";

/** A recording rule, as the compiler reads it. */
export interface RecordingDefinition {
  readonly kind: "recording";
  readonly name: string;
  readonly expression: Node;
  readonly unit: string;
  readonly help: string | undefined;
  readonly group: RuleGroup | undefined;
  readonly example: Examples | undefined;
  /** Those that the rule adds. */
  readonly labels: RecordedLabels;
  readonly equivalentMutants?: EquivalentMutants | undefined;
  readonly allow: Allowances;
  readonly place: Place;
}

/** Labels that a rule puts on all that it records. */
export type RecordedLabels = Readonly<Record<string, string>>;

export interface RecordingOptions<U extends string = string, A extends RecordedLabels = RecordedLabels> {
  /** What the value means, in one sentence. Default: none in the docs. */
  readonly help?: string;
  /** The rule group, for its own interval or evaluation order. Default: the group of the service. */
  readonly group?: RuleGroup;
  /**
   * The rule test: while the input series do this, the recording has this value.
   *
   *     example: { given: [runs(requests, 10)], expect: 10 }
   */
  readonly example: Examples<U>;
  /** Labels of all that is recorded: `{ tier: "web" }`. They replace labels of `expr` that have the same name. Default: none. */
  readonly labels?: A;
  /** Mutants that no test can tell from the rule, by the id that `signalbox mutate` prints, each with a reason. */
  readonly equivalentMutants?: EquivalentMutants;
  /** Checks to suppress for this recording, by id, each with a reason. */
  readonly allow?: Allowances;
}

/** `level:metric:operations`, as https://prometheus.io/docs/practices/rules/#naming says. */
type RecordingName<N extends string> = N extends `${infer Level}:${infer Metric}:${infer Operations}`
  ? "" extends Level | Metric | Operations
    ? BadName<N>
    : Operations extends `${string}:${string}`
      ? BadName<N>
      : N
  : BadName<N>;
type BadName<N extends string> = `'${N}' must be level:metric:operations, such as 'job:http_requests:rate5m'`;

/** The labels `L` of an expression with those that its rule adds. */
type Relabelled<L extends Labels, A> = [keyof A] extends [never]
  ? L
  : Flat<Without<L, keyof A> & { -readonly [K in keyof A]: A[K] & string }>;

const recordingKey = Symbol("definition of a recording");

/**
 * A recording rule. The result is used like a metric: a gauge with the labels and the unit of `expr`, and the `labels` of the rule; of rates
 * of buckets it has `.histogramQuantile(0.95)`.
 *
 * Several may have one name if for some label, which all of them set, each has another value. The result of one is then its own series,
 * `job:shop_requests:rate5m{tier="web"}`; all of them are `everyRecording(web, api)`.
 *
 * The name is `level:metric:operations`, as Prometheus recommends; others are refused. One that somebody else chose is a `foreignRecording`.
 * @example
 * recording("job:shop_requests:rate5m", requests.rate("5m").sumBy("job"), {
 *   help: "Requests per second.",
 *   example: { given: [runs(requests, 10)], expect: 10 },
 * })
 * @refuses recording("shop_requests_rate", requests.rate("5m"), { example: { given: [], expect: 0 } })
 * @refuses recording("job:shop_requests:rate5m", requests.rate("5m").sumBy("job"), { help: "Requests per second." })
 * @check recording-labels-keep-series-apart
 * @check recording-levels-name-their-labels
 * @check recordings-are-used
 * @check recordings-have-a-rule-test
 */
export function recording<
  const N extends string,
  L extends Labels,
  U extends string,
  const A extends RecordedLabels = {},
  O extends string = never,
>(
  name: RecordingName<N>,
  expr: Recordable<L, U, O>,
  options: RecordingOptions<U, A>,
): Recorded<Relabelled<L, A>, U, O> {
  return recordingNamed(name, expr, options);
}

/**
 * A recording rule under a name that somebody else chose: `recording()` in all else.
 *
 * The service that it belongs to says who: `foreignNames`. Any name that Prometheus takes without quotes is one.
 * @example
 * foreignRecording("instance:requests:rate:sum", requests.rate("5m").sumBy("instance"), {
 *   example: { given: [runs(requests, 10)], expect: 10 },
 * })
 * @refuses foreignRecording("shop:rate:sum", requests.rate("5m").sumBy("job"), { help: "Requests per second." })
 * @check names-follow-conventions
 */
export function foreignRecording<
  L extends Labels,
  U extends string,
  const A extends RecordedLabels = {},
  O extends string = never,
>(
  name: string,
  expr: Recordable<L, U, O>,
  options: RecordingOptions<U, A>,
): Recorded<Relabelled<L, A>, U, O> {
  return recordingNamed(name, expr, options);
}

/** As `recording()`, for names that the language itself puts together. */
export function recordingNamed<
  L extends Labels,
  U extends string,
  const A extends RecordedLabels = {},
  O extends string = never,
>(
  name: string,
  expr: Recordable<L, U, O>,
  options: Partial<RecordingOptions<U, A>> = {},
): Recorded<Relabelled<L, A>, U, O> {
  const { unit, observed } = stateOf(expr);
  const labels = options.labels ?? {};
  const definition: RecordingDefinition = Object.freeze({
    kind: "recording",
    name,
    expression: nodeOf(expr),
    unit,
    help: options.help,
    group: options.group,
    example: options.example,
    labels,
    equivalentMutants: options.equivalentMutants,
    allow: options.allow ?? {},
    place: callerPlace(),
  });
  const state = {
    // Others may record under its name: a handle stands for the series of its own rule.
    node: { kind: "selector", metric: name, matchers: pinned(labels) },
    unit,
    ...(observed === undefined ? {} : { observed }),
    metric: Object.freeze({ name, type: "recording", help: options.help ?? "", labels: undefined }),
  } as const;
  return typed(newExpression(state, { [recordingKey]: { value: definition } }));
}

function pinned(labels: RecordedLabels): LabelMatcher[] {
  return Object.entries(labels).map(([name, value]) => ({ name, op: "=", value }));
}

/** The rule behind what `recording()` returned; undefined for anything else, also for a narrowed recording. */
export function recordingOf(value: unknown): RecordingDefinition | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  // Only recordingNamed() puts something under this key.
  return Object.getOwnPropertyDescriptor(value, recordingKey)?.value as RecordingDefinition | undefined;
}
