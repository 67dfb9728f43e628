import type { Family } from "../exposition/exposition.ts";
import type { MetricType } from "../language/metric-definition.ts";
import type { ContractMetric } from "./contract.ts";

/** What a program exposes of one metric. */
export interface Observed {
  readonly name: string;
  /** Undefined: the exposition does not say it. */
  readonly type: MetricType | undefined;
  readonly help: string;
  readonly unit: string | undefined;
  /** The names of its samples. */
  readonly names: ReadonlySet<string>;
  /** The labels of each series, without those that a histogram or a summary has by itself; each set once. */
  readonly labelSets: readonly ReadonlyMap<string, string>[];
  /** Each label with the values that were seen. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
  /** The upper bounds of buckets, without +Inf, or the quantiles of a summary, ascending. */
  readonly bounds: readonly number[];
}

/** What is declared, what is exposed, or both. */
export interface Pair {
  readonly declared: ContractMetric | undefined;
  readonly observed: Observed | undefined;
}

/** Each metric of either side once: those that are declared in their order, then the others in theirs. */
export function pairsOf(metrics: readonly ContractMetric[], families: readonly Family[]): Pair[] {
  const left = new Map(families.map((family) => [family.name, family]));
  const pairs = metrics.map((declared): Pair => {
    const own = familiesFor(declared, left);
    for (const { name } of own) left.delete(name);
    const [first, ...more] = own;
    return { declared, observed: first && observedIn(declared, first, more) };
  });
  const others = [...left.values()].map((family): Pair => ({
    declared: undefined,
    observed: observed(family.name, typeOf(family), [family]),
  }));
  return [...pairs, ...others];
}

/** A metric may be described under a name without `_total`, and without a type each of its names is a family. */
function familiesFor({ name, type }: ContractMetric, families: ReadonlyMap<string, Family>): Family[] {
  const own = families.get(name);
  if (own) return [own];
  const short = families.get(name.replace(/_total$/, ""));
  if (type === "counter" && short?.type === "counter" && short.samples.length === 0) return [short];
  const parts = ["_bucket", "_sum", "_count"].flatMap((ending) => families.get(name + ending) ?? []);
  return type === "histogram" || type === "summary" ? parts.filter((part) => isUntyped(part)) : [];
}

function observedIn(declared: ContractMetric, first: Family, more: readonly Family[]): Observed {
  const type = isUntyped(first) ? undefined : typeOf(first);
  return observed(declared.name, type, [first, ...more], type ?? declared.type);
}

function observed(
  name: string,
  type: MetricType | undefined,
  families: readonly Family[],
  as: MetricType | undefined = type,
): Observed {
  const samples = families.flatMap((family) => family.samples);
  const part = as === "histogram" ? "le" : as === "summary" ? "quantile" : undefined;
  const labelSets = new Map<string, ReadonlyMap<string, string>>();
  for (const { labels } of samples) {
    const own = new Map([...labels].filter(([label]) => label !== part).sort(([a], [b]) => (a < b ? -1 : 1)));
    labelSets.set(JSON.stringify([...own]), own);
  }
  const bounds = samples.flatMap(({ labels }) => (part === undefined ? [] : (labels.get(part) ?? [])));
  const [{ help = "", unit } = {}] = families;
  return {
    ...{ name, type, help, unit },
    names: new Set(samples.map((sample) => sample.name)),
    labelSets: [...labelSets.values()],
    values: valuesIn([...labelSets.values()]),
    bounds: [...new Set(bounds.map(Number))].filter(Number.isFinite).sort((a, b) => a - b),
  };
}

function valuesIn(sets: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>();
  for (const [label, value] of sets.flatMap((set) => [...set])) {
    const seen = values.get(label);
    if (seen) seen.add(value);
    else values.set(label, new Set([value]));
  }
  return values;
}

function isUntyped({ type }: Family): boolean {
  return type === "untyped" || type === "unknown";
}

/** What the language calls such a family. */
function typeOf({ type }: Family): MetricType | undefined {
  switch (type) {
    case "counter":
    case "gauge":
    case "histogram":
    case "summary":
      return type;
    case "info":
    case "stateset":
      return "gauge";
    case "gaugehistogram":
    case "untyped":
    case "unknown":
      return undefined;
  }
}
