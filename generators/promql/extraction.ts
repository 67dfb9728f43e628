import type { CatalogueSeries, Statistic } from "./series.ts";
import type { MatchOperator, Node, Span, Timestamp } from "./tree.ts";
import type { ExpressionType, LabelMap } from "./expression-type.ts";
import type { BinaryOperator, ComparisonOperator } from "./operators.ts";

/** A duration as it is written; `ms` is undefined where a variable of Grafana stands for it. */
export interface DurationText {
  readonly text: string;
  readonly ms: number | undefined;
}

export interface MatcherReference extends Span {
  readonly name: string;
  readonly op: MatchOperator;
  readonly value: string;
}

/** `http_requests_total{status=~"5.."}[5m] offset 1h` */
export interface SelectorReference extends Span {
  /** Undefined: the selector names no metric. */
  readonly metric: string | undefined;
  readonly matchers: readonly MatcherReference[];
  /** The series it can select; none where that cannot be told. */
  readonly series: readonly CatalogueSeries[];
  readonly range: DurationText | undefined;
  /** Negative: looks into the future. */
  readonly offset: DurationText | undefined;
  /** What follows `@`. */
  readonly at: Timestamp | undefined;
  /** The function around a range selector, such as `rate`. */
  readonly function: string | undefined;
  /** How far back the oldest sample may be, subqueries around it included; undefined where a variable stands for it. */
  readonly reachMs: number | undefined;
}

/** `(…)[1h:1m]` */
export interface SubqueryReference extends Span {
  readonly range: DurationText;
  /** Undefined: as often as rules are evaluated. */
  readonly step: DurationText | undefined;
  readonly offset: DurationText | undefined;
  readonly function: string | undefined;
}

export interface AggregationReference extends Span {
  readonly op: string;
  readonly modifier: "by" | "without" | undefined;
  readonly labels: readonly string[];
}

export interface FunctionReference extends Span {
  readonly name: string;
}

/** One side of an operator; its span is that with the parentheses around it. */
export interface Operand extends Span {
  readonly node: Node;
  readonly type: ExpressionType;
  /** The outermost function or aggregation: `histogram_quantile`, `sum`. */
  readonly function: string | undefined;
  /** All series that are selected anywhere within. */
  readonly series: readonly CatalogueSeries[];
}

export interface Comparison extends Span {
  readonly op: ComparisonOperator;
  readonly bool: boolean;
  readonly left: Operand;
  readonly right: Operand;
}

/** An operator between two instant vectors. */
export interface Join extends Span {
  readonly op: BinaryOperator;
  /** Without `on` and `ignoring`: `ignoring` of nothing. */
  readonly matching: { readonly kind: "on" | "ignoring"; readonly labels: readonly string[] };
  /** The side with many series, and what it takes over from the other. */
  readonly group: { readonly side: "left" | "right"; readonly labels: readonly string[] } | undefined;
  readonly left: Operand;
  readonly right: Operand;
  readonly leftLabels: LabelMap | undefined;
  readonly rightLabels: LabelMap | undefined;
}

/** One number that is made of several which are statistics already: `avg(http_request_latency_p99_seconds)`. */
export interface Merger extends Span {
  /** The aggregation, the function or the operator. */
  readonly by: string;
  readonly statistics: readonly Statistic[];
}

/** What stands in an expression, in the order of the text. */
export interface Extraction {
  readonly selectors: readonly SelectorReference[];
  readonly subqueries: readonly SubqueryReference[];
  readonly aggregations: readonly AggregationReference[];
  readonly functions: readonly FunctionReference[];
  readonly comparisons: readonly Comparison[];
  readonly joins: readonly Join[];
  readonly mergers: readonly Merger[];
}
