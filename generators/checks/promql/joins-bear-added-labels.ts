import type { Check, Finding } from "../../check.ts";
import type { Allowing } from "../../definition.ts";
import type { Model } from "../../model/model.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import type { Join } from "../../promql/extraction.ts";
import { printPromql } from "../../promql/print.ts";
import { type UnequalJoin, unequalJoinsIn } from "../../promql/robust/added-labels.ts";
import { joinsBearAddedLabels as id } from "../../promql/robust/robust.ts";
import type { BinaryNode } from "../../promql/tree.ts";
import { expressionsOf, type PlacedExpression } from "../reading/expressions-of.ts";
import { contains } from "../reading/spans.ts";

/**
 * Where what is recorded meets what is not, a label that somebody adds to what is recorded does no harm. Rules are deployed so; panels
 * and questions say what they say.
 */
export const joinsBearAddedLabels: Check = {
  id,
  why: "What a rule records can get more labels than one knows: those of its group, those that vmalert adds with -external.label, that of a tenant. Where it then meets series that are not recorded, nothing matches any more and a ratio is missing, or 0 while everything fails, unless what is recorded is aggregated to its own labels first, as it is in rules.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/#rule_group",
  wrong: `
export const web = timeSeries({
  title: "Orders over the web",
  description: "Their share of all orders.",
  queries: [orders.where({ channel: "web" }).rate("5m").sumBy("instance").div(orderRate.gt(0).series())],
});
`,
  right: `
export const web = timeSeries({
  title: "Orders over the web",
  description: "Their share of all orders.",
  queries: [
    orders
      .where({ channel: "web" })
      .rate("5m")
      .sumBy("instance")
      .div(orderRate.sumBy("instance").gt(0).series()),
  ],
});
`,
  *find(model: Model): Iterable<Finding> {
    const deployed = new Map<Allowing, AlertModel["deployed"]>(
      [...model.recordings, ...model.alerts].map((rule) => [rule, rule.deployed]),
    );
    for (const expression of expressionsOf(model)) {
      if (expression.analysis.diagnostics.length > 0) continue;
      const { definition, place, name, kind } = expression;
      const rule = kind === "rule" ? deployed.get(definition) : undefined;
      const nodes = rule ? [rule.node] : outermost(expression).map(nodeOf);
      for (const join of nodes.flatMap((node) => unequalJoinsIn(node, model)))
        yield {
          definition,
          place,
          message: `${name}: ${messageOf(join)}`,
          fix: fixOf(join, rule !== undefined),
        };
    }
  },
};

/** The joins that are within no other. */
function outermost({ analysis: { joins } }: PlacedExpression): Join[] {
  return joins.filter(
    (join) => mixes(join) && !joins.some((other) => other !== join && contains(other, join)),
  );
}

function mixes({ left, right }: Join): boolean {
  const recorded = [...left.series, ...right.series].map(({ type }) => type === "recorded");
  return recorded.includes(true) && recorded.includes(false);
}

function nodeOf({ op, matching, left, right }: Join): BinaryNode {
  const { kind, labels } = matching;
  const isWritten = kind === "on" || labels.length > 0;
  return {
    kind: "binary",
    op,
    left: left.node,
    right: right.node,
    ...(isWritten && { matching: kind === "on" ? { on: labels } : { ignoring: labels } }),
  };
}

function messageOf({ node, side }: UnequalJoin): string {
  return `the ${side} side of '${node.op}' is recorded and the other is not: with a label that is added to what is recorded, they no longer match`;
}

function fixOf({ side, fitting }: UnequalJoin, isRule: boolean): string {
  if (!fitting) return `aggregate the ${side} side to the labels of the other`;
  const wanted = `aggregate the ${side} side to its own labels: ${printPromql(fitting)}`;
  return isRule ? `remove the allowance, or ${wanted}` : wanted;
}
