import type { LabelSpec } from "../../generators/language/label.ts";
import type { MetricType } from "../../generators/language/metric-definition.ts";
import type { KnownSeries } from "../../generators/import/words/said.ts";

/** A metric that imported rules read, as it is declared. */
export interface DeclaredMetric {
  readonly name: string;
  readonly type: MetricType;
  /** What the exposition says; undefined: nobody has said it. */
  readonly help: string | undefined;
  readonly unit: string;
  /** Those that an exposition shows. Others are known by use. */
  readonly labels: Readonly<Record<string, LabelSpec>>;
  readonly buckets: readonly number[];
  readonly quantiles: readonly number[];
  /** How the rest is known, where no exposition says it: a line above it. */
  readonly comment: string | undefined;
  /** Why it is there, where neither a rule nor a panel reads it. */
  readonly unused?: string;
}

/** The series of a metric under their own names; their labels are added when they are known. */
export function seriesOf(metric: DeclaredMetric): readonly Omit<KnownSeries, "labels">[] {
  const { name, type, unit } = metric;
  if (type === "counter" || type === "gauge")
    return [{ name, metric: name, part: undefined, kind: type, unit }];
  const own = { metric: name } as const;
  const parts = [
    { ...own, name: `${name}_sum`, part: "sum", kind: "counter", unit },
    { ...own, name: `${name}_count`, part: "count", kind: "counter", unit: "count" },
  ] as const;
  return type === "histogram"
    ? [
        { ...own, name: `${name}_bucket`, part: "bucket", kind: "buckets", unit: "count", observed: unit },
        ...parts,
      ]
    : [{ ...own, name, part: "quantiles", kind: "gauge", unit }, ...parts];
}

/** The label that only this series of its metric has. */
export function extraLabel({ part }: Pick<KnownSeries, "part">): readonly string[] {
  if (part === "bucket") return ["le"];
  return part === "quantiles" ? ["quantile"] : [];
}
