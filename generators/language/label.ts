/** Label names of a series, each with the values it may have. */
export type Labels = Record<string, string>;

/** What a label may be: `"*"` anything, a list one of these, a pattern whatever it matches from end to end. */
export type LabelSpec = "*" | readonly string[] | RegExp;
export type LabelSpecs = Readonly<Record<string, LabelSpec>>;

/** The values that a label of this description has. */
export type ValuesOf<S> = S extends readonly (infer V extends string)[] ? V : string;

/** The labels of a series that carries the labels `C` of its source and its own `S`. */
export type LabelsIn<C, S> = Flat<
  { -readonly [K in keyof C]: ValuesOf<C[K]> } & {
    -readonly [K in keyof S as StoredName<C, K>]: ValuesOf<S[K]>;
  }
>;

/** The label names of `L`, as text. */
export type Name<L> = Extract<keyof L, string>;

/** The labels of `L` that are in `K`, as after `by (K)`. */
export type Only<L, K> = { [P in keyof L as P extends K ? P : never]: L[P] } & {};

/** The labels of `L` that are not in `K`, as after `without (K)`. */
export type Without<L, K> = { [P in keyof L as P extends K ? never : P]: L[P] } & {};

/** `L` with the label `D`, which may have any value. */
export type WithLabel<L, D extends string> = Flat<Without<L, D> & Record<D, string>>;

/** One object type instead of an intersection: what messages and the editor show stays readable. */
export type Flat<T> = { [K in keyof T]: T[K] } & {};

/** Refuses keys of `E` that `L` has not: for a type parameter TypeScript does not look for excess ones. */
export type NoOther<E, L> = {
  readonly [P in Exclude<keyof E, keyof L>]: `there is no label '${P & string}'`;
};

/** A variable of a Grafana dashboard in the place of a label's value: the matcher is `label=~"$variable"`. */
export interface VariableMatcher {
  readonly variable: string;
}

/** One value, any of several, a pattern (from end to end, as in PromQL), or a variable of a dashboard. */
export type Matcher<V extends string> = V | readonly V[] | RegExp | VariableMatcher;
export type Matchers<L extends Labels> = { readonly [K in keyof L]?: Matcher<L[K]> };

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
