import { aggregations, type AggregationName } from "../../promql/aggregations.ts";
import { resultUnit } from "../../promql/result-unit.ts";
import type { Flat, Labels, Name, Only, Without } from "../label.ts";
import { type Expression, derive, nodeOf, stateOf } from "./expression.ts";
import type { Vector } from "./vector.ts";
import { numberNode, stringNode, type Node } from "../../promql/tree.ts";

// `{ method(…): … }["method"]` instead of a function type: parameters of methods are compared loosely, and only so does
// a vector with more labels fit where one with fewer is asked for.
type By<L extends Labels, U extends string> = {
  method<K extends Name<L> = never>(...labels: readonly K[]): Vector<Only<L, K>, U>;
}["method"];
type WithoutLabels<L extends Labels, U extends string> = {
  method<K extends Name<L> = never>(...labels: readonly K[]): Vector<Without<L, K>, U>;
}["method"];

/** How many series there are, whatever their values: of counters too. */
export interface Counting<L extends Labels> {
  /**
   * How many series there are, over all series: `count(…)`, in `count`; no label is left.
   * @example memory.count()
   */
  count(): Vector<{}, "count">;
  /**
   * How many series there are, for each value of these labels: `count by (job) (…)`, in `count`.
   * @example memory.countBy("job")
   */
  readonly countBy: By<L, "count">;
  /**
   * How many series there are, over these labels: `count without (instance) (…)`, in `count`.
   * @example memory.countWithout("kind")
   */
  readonly countWithout: WithoutLabels<L, "count">;
  /**
   * 1 for each group that has a series, over all series: `group(…)`, in `bool`; no label is left.
   * @example memory.group()
   */
  group(): Vector<{}, "bool">;
  /**
   * 1 for each group that has a series, for each value of these labels: `group by (job) (…)`, in `bool`.
   * @example memory.groupBy("job")
   */
  readonly groupBy: By<L, "bool">;
  /**
   * 1 for each group that has a series, over these labels: `group without (instance) (…)`, in `bool`.
   * @example memory.groupWithout("kind")
   */
  readonly groupWithout: WithoutLabels<L, "bool">;
}

/**
 * Several series become one: over all of them, `by` some labels, or `without` some.
 * @refuses memory.sumBy("path")
 * @refuses requests.sum()
 * @check computed-statistics-are-not-aggregated
 */
export interface Aggregating<L extends Labels, U extends string> extends Counting<L> {
  /**
   * The sum, over all series: `sum(…)`, in the unit of the values; no label is left.
   * @example memory.sum()
   */
  sum(): Vector<{}, U>;
  /**
   * The sum, for each value of these labels: `sum by (job) (…)`, in the unit of the values.
   * @example memory.sumBy("job")
   */
  readonly sumBy: By<L, U>;
  /**
   * The sum, over these labels: `sum without (instance) (…)`, in the unit of the values.
   * @example memory.sumWithout("kind")
   */
  readonly sumWithout: WithoutLabels<L, U>;
  /**
   * The mean, over all series: `avg(…)`, in the unit of the values; no label is left.
   * @example memory.avg()
   */
  avg(): Vector<{}, U>;
  /**
   * The mean, for each value of these labels: `avg by (job) (…)`, in the unit of the values.
   * @example memory.avgBy("job")
   */
  readonly avgBy: By<L, U>;
  /**
   * The mean, over these labels: `avg without (instance) (…)`, in the unit of the values.
   * @example memory.avgWithout("kind")
   */
  readonly avgWithout: WithoutLabels<L, U>;
  /**
   * The smallest value, over all series: `min(…)`, in the unit of the values; no label is left.
   * @example memory.min()
   */
  min(): Vector<{}, U>;
  /**
   * The smallest value, for each value of these labels: `min by (job) (…)`, in the unit of the values.
   * @example memory.minBy("job")
   */
  readonly minBy: By<L, U>;
  /**
   * The smallest value, over these labels: `min without (instance) (…)`, in the unit of the values.
   * @example memory.minWithout("kind")
   */
  readonly minWithout: WithoutLabels<L, U>;
  /**
   * The largest value, over all series: `max(…)`, in the unit of the values; no label is left.
   * @example memory.max()
   */
  max(): Vector<{}, U>;
  /**
   * The largest value, for each value of these labels: `max by (job) (…)`, in the unit of the values.
   * @example memory.maxBy("job")
   */
  readonly maxBy: By<L, U>;
  /**
   * The largest value, over these labels: `max without (instance) (…)`, in the unit of the values.
   * @example memory.maxWithout("kind")
   */
  readonly maxWithout: WithoutLabels<L, U>;
  /**
   * The standard deviation, over all series: `stddev(…)`, in the unit of the values; no label is left.
   * @example memory.stddev()
   */
  stddev(): Vector<{}, U>;
  /**
   * The standard deviation, for each value of these labels: `stddev by (job) (…)`, in the unit of the values.
   * @example memory.stddevBy("job")
   */
  readonly stddevBy: By<L, U>;
  /**
   * The standard deviation, over these labels: `stddev without (instance) (…)`, in the unit of the values.
   * @example memory.stddevWithout("kind")
   */
  readonly stddevWithout: WithoutLabels<L, U>;
  /**
   * The variance, in the square of the unit, over all series: `stdvar(…)`, in no unit; no label is left.
   * @example memory.stdvar()
   */
  stdvar(): Vector<{}, "none">;
  /**
   * The variance, in the square of the unit, for each value of these labels: `stdvar by (job) (…)`, in no unit.
   * @example memory.stdvarBy("job")
   */
  readonly stdvarBy: By<L, "none">;
  /**
   * The variance, in the square of the unit, over these labels: `stdvar without (instance) (…)`, in no unit.
   * @example memory.stdvarWithout("kind")
   */
  readonly stdvarWithout: WithoutLabels<L, "none">;
  /**
   * The `q`-quantile (0 to 1) over all series: `quantile(0.95, …)`, in the unit of the values.
   * @example memory.quantile(0.95)
   */
  quantile(q: number): Vector<{}, U>;
  /**
   * The `q`-quantile over the series, for each value of these labels: `quantile by (job) (0.95, …)`.
   * @example memory.quantileBy(0.95, "job")
   */
  quantileBy<K extends Name<L> = never>(q: number, ...labels: readonly K[]): Vector<Only<L, K>, U>;
  /**
   * The `q`-quantile over these labels: `quantile without (instance) (0.95, …)`.
   * @example memory.quantileWithout(0.95, "kind")
   */
  quantileWithout<K extends Name<L> = never>(q: number, ...labels: readonly K[]): Vector<Without<L, K>, U>;
  /**
   * The `k` largest series, of all or for each value of the labels: `topk by (job) (5, …)`; labels and unit stay.
   * @example memory.topk(5, "job")
   * @refuses memory.topk("5")
   */
  topk(k: number, ...by: readonly Name<L>[]): Vector<L, U>;
  /**
   * The `k` smallest series, of all or for each value of the labels: `bottomk by (job) (5, …)`; labels and unit stay.
   * @example memory.bottomk(5, "job")
   */
  bottomk(k: number, ...by: readonly Name<L>[]): Vector<L, U>;
  /**
   * How many series have each value, which stands in the label `to`: `count_values("version", …)`, in `count`.
   * @example build.countValues("value", "job")
   */
  countValues<D extends string, K extends Name<L> = never>(
    to: D,
    ...by: readonly K[]
  ): Vector<Flat<Only<L, K> & Record<D, string>>, "count">;
}

interface Aggregation {
  readonly name: AggregationName;
  readonly by?: readonly string[];
  readonly without?: readonly string[];
  /** What stands before the series, such as the 5 of `topk(5, …)`. */
  readonly parameter?: Node;
}

function aggregate(of: Expression, { parameter, ...rest }: Aggregation): Expression {
  const args = parameter ? [parameter, nodeOf(of)] : [nodeOf(of)];
  const unit = resultUnit(aggregations[rest.name].unit, stateOf(of));
  return derive(of, { kind: "aggregation", ...rest, args }, unit);
}

/** The three methods of an operator without a parameter. */
function methods(name: AggregationName) {
  return {
    over(this: Expression) {
      return aggregate(this, { name });
    },
    by(this: Expression, ...by: readonly string[]) {
      return aggregate(this, { name, by });
    },
    without(this: Expression, ...without: readonly string[]) {
      return aggregate(this, { name, without });
    },
  };
}

const sum = methods("sum");
const avg = methods("avg");
const min = methods("min");
const max = methods("max");
const count = methods("count");
const group = methods("group");
const stddev = methods("stddev");
const stdvar = methods("stdvar");

export const aggregating = {
  sum: sum.over,
  sumBy: sum.by,
  sumWithout: sum.without,
  avg: avg.over,
  avgBy: avg.by,
  avgWithout: avg.without,
  min: min.over,
  minBy: min.by,
  minWithout: min.without,
  max: max.over,
  maxBy: max.by,
  maxWithout: max.without,
  count: count.over,
  countBy: count.by,
  countWithout: count.without,
  group: group.over,
  groupBy: group.by,
  groupWithout: group.without,
  stddev: stddev.over,
  stddevBy: stddev.by,
  stddevWithout: stddev.without,
  stdvar: stdvar.over,
  stdvarBy: stdvar.by,
  stdvarWithout: stdvar.without,
  quantile(this: Expression, q: number) {
    return aggregate(this, { name: "quantile", parameter: numberNode(q) });
  },
  quantileBy(this: Expression, q: number, ...by: readonly string[]) {
    return aggregate(this, { name: "quantile", parameter: numberNode(q), by });
  },
  quantileWithout(this: Expression, q: number, ...without: readonly string[]) {
    return aggregate(this, { name: "quantile", parameter: numberNode(q), without });
  },
  topk(this: Expression, k: number, ...by: readonly string[]) {
    return aggregate(this, { name: "topk", parameter: numberNode(k), ...optionalBy(by) });
  },
  bottomk(this: Expression, k: number, ...by: readonly string[]) {
    return aggregate(this, { name: "bottomk", parameter: numberNode(k), ...optionalBy(by) });
  },
  countValues(this: Expression, to: string, ...by: readonly string[]) {
    return aggregate(this, { name: "count_values", parameter: stringNode(to), ...optionalBy(by) });
  },
};

function optionalBy(by: readonly string[]): Pick<Aggregation, "by"> {
  return by.length > 0 ? { by } : {};
}
