import type { Allowances, EquivalentMutants } from "./allow.ts";
import { type InstantVector, nodeOf, typed, unitOf } from "./expression/expression.ts";
import type { Gauge } from "./expression/series.ts";
import { newExpression } from "./expression/methods.ts";
import type { Labels } from "./label.ts";
import type { Node } from "../promql/tree.ts";
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
  readonly equivalentMutants?: EquivalentMutants | undefined;
  readonly allow: Allowances;
  readonly place: Place;
}

export interface RecordingOptions<U extends string = string> {
  /** What its value says, in a sentence. */
  readonly help?: string;
  /** Left out: the group of its service. */
  readonly group?: RuleGroup;
  /** What proves it: while series do this, it has this value. */
  readonly example: Examples<U>;
  /** Mutants that nobody could ever tell from the rule, by the ids that `signalbox mutate` gives them, with the reason. */
  readonly equivalentMutants?: EquivalentMutants;
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

const recordingKey = Symbol("definition of a recording");

/** A recording rule. What it returns is used like a metric: a gauge with the labels and the unit of `expr`. */
export function recording<const N extends string, L extends Labels, U extends string>(
  name: RecordingName<N>,
  expr: InstantVector<L, U>,
  options: RecordingOptions<U>,
): Gauge<L, U> {
  return recordingNamed(name, expr, options);
}

/** The same under a name that is put together, as other words of the language do: what it is made of was looked at before. */
export function recordingNamed<L extends Labels, U extends string>(
  name: string,
  expr: InstantVector<L, U>,
  options: Partial<RecordingOptions<U>> = {},
): Gauge<L, U> {
  const unit = unitOf(expr);
  const definition: RecordingDefinition = Object.freeze({
    kind: "recording",
    name,
    expression: nodeOf(expr),
    unit,
    help: options.help,
    group: options.group,
    example: options.example,
    equivalentMutants: options.equivalentMutants,
    allow: options.allow ?? {},
    place: callerPlace(),
  });
  const state = {
    node: { kind: "selector", metric: name, matchers: [] },
    unit,
    metric: Object.freeze({ name, type: "recording", help: options.help ?? "", labels: undefined }),
  } as const;
  return typed(newExpression(state, { [recordingKey]: { value: definition } }));
}

/** The rule behind what `recording()` returned; undefined for anything else, also for a narrowed recording. */
export function recordingOf(value: unknown): RecordingDefinition | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  // What stands under a key that only this file has is what recording() put there.
  return Object.getOwnPropertyDescriptor(value, recordingKey)?.value as RecordingDefinition | undefined;
}
