/** Label names of a series, each with the values it may have. */
export type Labels = Record<string, string>;

/** The values that a label may have: `"*"` any, a list one of these, a pattern what it matches as a whole. */
export type LabelSpec = "*" | readonly string[] | RegExp;
export type LabelSpecs = Readonly<Record<string, LabelSpec>>;

/** The values that a label of this description has. */
export type ValuesOf<S> = S extends readonly (infer V extends string)[] ? V : string;

// TypeScript makes a type anew for each object type that it is asked for with other arguments, and then all methods of a vector
// with these labels. So where the values are any text, a set of labels is made of its names alone: it is then one type for all
// metrics that have these names.

/** The labels of a series that carries the labels `C` of its source and its own `S`. */
export type LabelsIn<C, S> = [ListedSpecs<S>] extends [never]
  ? BesideOf<C, StoredName<C, keyof S>>
  : Flat<
      { -readonly [K in keyof C]: ValuesOf<C[K]> } & {
        -readonly [K in keyof S as StoredName<C, K>]: ValuesOf<S[K]>;
      }
    >;
type ListedSpecs<S> = { [K in keyof S]: string extends ValuesOf<S[K]> ? never : K }[keyof S];
type BesideOf<C, N extends PropertyKey> = {
  -readonly [K in keyof C | N]: K extends keyof C ? ValuesOf<C[K]> : string;
} & {};

/** The label names of `L`, as text. */
export type Name<L> = Extract<keyof L, string>;

/** The labels `N` of `L`, as after `by (N)`. */
export type Only<L, N extends keyof L> = [Listed<L, N>] extends [never] ? Texts<N> : { [P in N]: L[P] } & {};

/** The labels of `L` that are in `K`, which may have others too. */
export type Shared<L, K> = Only<L, Extract<keyof L, K>>;

/** The labels of `L` that are not in `K`, as after `without (K)`. */
export type Without<L, K> = Only<L, Exclude<keyof L, K>>;

type Listed<L, N extends keyof L> = { [P in N]: string extends L[P] ? never : P }[N];
type Texts<N extends PropertyKey> = { [P in N]: string } & {};

/** The labels that either has, as after `or`: one that only one side has is missing on the other, which PromQL takes for empty. */
export type Either<A, B> = Filled<{ [P in keyof A | keyof B]: ValueIn<A, P> | ValueIn<B, P> }>;
type ValueIn<L, P> = P extends keyof L ? L[P] : "";
type Filled<L> = Only<L, keyof L>;

/** The labels of `L` that every series has, as far as their values say it: of one that may be any text nothing tells. */
export type Sure<L> = {
  [P in keyof L]: string extends L[P] ? P : "" extends L[P] ? never : P;
}[keyof L];

/** `L` with the label `D`, which may have any value. */
export type WithLabel<L, D extends string> = Flat<Without<L, D> & Record<D, string>>;

/** One object type instead of an intersection: what messages and the editor show stays readable. */
export type Flat<T> = { [K in keyof T]: T[K] } & {};

/** Refuses keys of `E` that `L` does not have: TypeScript does not check type parameters for excess keys. */
export type NoOther<E, L> = {
  readonly [P in Exclude<keyof E, keyof L>]: `there is no label '${P & string}'`;
};

/** A variable of a Grafana dashboard instead of a value: the matcher is `label=~"$variable"`, or `label="$variable"` where one is chosen. */
export interface VariableMatcher {
  /** The name of the variable, without `$`: `"instance"`. */
  readonly variable: string;
}

/** A pattern as Prometheus has it (RE2), where a pattern of JavaScript has no word: `(?i:…)` for a part in any case, `\\pL`, `[[:alpha:]]`. */
export interface PatternMatcher {
  /** The pattern, which must match the whole value: `".*(?i:error).*"`. */
  readonly pattern: string;
}

/** A value, any of several values, a pattern that must match the whole value, or a variable of a dashboard. */
export type Matcher<V extends string> = V | readonly V[] | RegExp | PatternMatcher | VariableMatcher;
export type Matchers<L extends Labels> = { readonly [K in keyof L]?: Matcher<L[K]> };

/** The name under which Prometheus stores a metric's own label `K`, beside the labels `C` of the target. */
export type StoredName<C, K> = K extends keyof C & string ? `exported_${K}` : K;

/**
 * The labels of a stored series: those of its source, and its own.
 *
 * Where both have a label, such as `service`, Prometheus keeps that of the target, and stores that of the metric as
 * `exported_service` (`honor_labels: false`).
 */
export function storedLabels(source: LabelSpecs, own: LabelSpecs): LabelSpecs {
  const renamed = Object.entries(own).map(([name, spec]) => [storedName(name, source), spec] as const);
  return { ...source, ...Object.fromEntries(renamed) };
}

/** The name under which Prometheus stores a metric's own label. */
export function storedName(name: string, source: object): string {
  return Object.hasOwn(source, name) ? `exported_${name}` : name;
}
