import type { AggregationNode, Node } from "../../../promql/tree.ts";
import { isSelected, type Values } from "../relation.ts";
import type { About, OrderRule } from "../rule.ts";
import { isFiniteOf, isNeverNegative } from "../sign.ts";
import { directionOfQuantiles } from "./functions.ts";

export const aggregates: OrderRule = {
  id: "aggregates",
  says: "of more or larger series the maximum, the count and the sum of what is not negative are not smaller, and the minimum is not larger",
  relate(first, second, about) {
    const pair = groupsOf(first, second, about);
    if (!pair) return undefined;
    const relation = about.ask(pair.one, pair.other);
    // Beside a NaN a maximum is that of the others, and a sum is none.
    const isSure = relation?.values === "same" || (isFiniteOf(pair.one) && isFiniteOf(pair.other));
    if (!relation || !isSure) return undefined;
    const { presence } = relation;
    // Of labels that it groups by: a group is there as a whole or not at all.
    if (isSelected(presence) && isGroupedBy(presence.labels, first)) {
      const values = ofTheSame(pair.name, relation.values);
      return values && { presence, values, by: relation.by };
    }
    const isAll = presence === "all";
    const values = isAll ? ofTheSame(pair.name, relation.values) : ofMore(pair, relation.values, about);
    // A group is there when one of its series is.
    return values && { presence: isAll ? "all" : "some", values, by: relation.by };
  },
};

export const quantilesOfSeries: OrderRule = {
  id: "quantiles-of-series",
  says: "a higher quantile of the same series is not smaller",
  relate(first, second, { isSame }) {
    if (first.kind !== "aggregation" || second.kind !== "aggregation") return undefined;
    if (first.name !== "quantile" || second.name !== "quantile" || !isGroupedAlike(first, second))
      return undefined;
    const [q, of] = first.args;
    const [otherQ, other] = second.args;
    if (!q || !of || !otherQ || !other || !isSame(of, other)) return undefined;
    const values = directionOfQuantiles(q, otherQ);
    return values && { presence: "all", values, by: [] };
  },
};

interface Groups {
  readonly name: string;
  readonly one: Node;
  readonly other: Node;
}

function groupsOf(first: Node, second: Node, about: About): Groups | undefined {
  if (first.kind !== "aggregation" || second.kind !== "aggregation") return undefined;
  if (first.name !== second.name || !isGroupedAlike(first, second)) return undefined;
  const one = first.args.at(-1);
  const other = second.args.at(-1);
  const [parameter] = first.args.slice(0, -1);
  const [otherParameter] = second.args.slice(0, -1);
  if (!one || !other) return undefined;
  if (parameter && !(otherParameter && about.isSame(parameter, otherParameter))) return undefined;
  return { name: first.name, one, other };
}

function isGroupedBy(labels: readonly string[], node: Node): boolean {
  if (node.kind !== "aggregation") return false;
  const { by = [], without } = node;
  return labels.every((name) => (without ? !without.includes(name) : by.includes(name)));
}

function isGroupedAlike(one: AggregationNode, other: AggregationNode): boolean {
  const textOf = ({ by, without }: AggregationNode): string =>
    JSON.stringify(without ? { without: [...without].sort() } : { by: [...(by ?? [])].sort() });
  return textOf(one) === textOf(other);
}

/** Where both have the same series. */
function ofTheSame(name: string, values: Values): Values | undefined {
  switch (name) {
    case "avg":
    case "max":
    case "min":
    case "quantile":
    case "sum":
      return values;
    case "count":
    case "group":
      return "same";
    case "stddev":
    case "stdvar":
      return values === "same" ? "same" : "any";
    default:
      return undefined;
  }
}

/** Where the second may have more series. */
function ofMore({ name, other }: Groups, values: Values, about: About): Values | undefined {
  const isAtMost = values === "same" || values === "at most";
  switch (name) {
    case "count":
      return "at most";
    case "group":
      return "same";
    case "max":
      return isAtMost ? "at most" : "any";
    case "sum":
      return isAtMost && isNeverNegative(other, about) ? "at most" : "any";
    case "min":
      return values === "same" || values === "at least" ? "at least" : "any";
    case "avg":
    case "quantile":
    case "stddev":
    case "stdvar":
      return "any";
    default:
      return undefined;
  }
}
