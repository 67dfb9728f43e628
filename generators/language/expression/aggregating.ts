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

/** Several series become one: over all of them, `by` some labels, or `without` some. */
export interface Aggregating<L extends Labels, U extends string> {
  sum(): Vector<{}, U>;
  readonly sumBy: By<L, U>;
  readonly sumWithout: WithoutLabels<L, U>;
  avg(): Vector<{}, U>;
  readonly avgBy: By<L, U>;
  readonly avgWithout: WithoutLabels<L, U>;
  min(): Vector<{}, U>;
  readonly minBy: By<L, U>;
  readonly minWithout: WithoutLabels<L, U>;
  max(): Vector<{}, U>;
  readonly maxBy: By<L, U>;
  readonly maxWithout: WithoutLabels<L, U>;
  /** How many series there are. */
  count(): Vector<{}, "count">;
  readonly countBy: By<L, "count">;
  readonly countWithout: WithoutLabels<L, "count">;
  /** 1 for each group that has a series. */
  group(): Vector<{}, "bool">;
  readonly groupBy: By<L, "bool">;
  readonly groupWithout: WithoutLabels<L, "bool">;
  /** The standard deviation over the series. */
  stddev(): Vector<{}, U>;
  readonly stddevBy: By<L, U>;
  readonly stddevWithout: WithoutLabels<L, U>;
  /** The variance over the series, in the square of the unit. */
  stdvar(): Vector<{}, "none">;
  readonly stdvarBy: By<L, "none">;
  readonly stdvarWithout: WithoutLabels<L, "none">;
  /** The `q`-quantile (0 to 1) over the series. */
  quantile(q: number): Vector<{}, U>;
  quantileBy<K extends Name<L> = never>(q: number, ...labels: readonly K[]): Vector<Only<L, K>, U>;
  quantileWithout<K extends Name<L> = never>(q: number, ...labels: readonly K[]): Vector<Without<L, K>, U>;
  /** The `k` largest, over all series or per group; series keep their labels. */
  topk(k: number, ...by: readonly Name<L>[]): Vector<L, U>;
  /** The `k` smallest, over all series or per group; series keep their labels. */
  bottomk(k: number, ...by: readonly Name<L>[]): Vector<L, U>;
  /** How many series have each value; the value stands in the label `to`. */
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
