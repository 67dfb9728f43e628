import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import type { Analysis } from "../../promql/analysis.ts";
import type { Join, Operand } from "../../promql/extraction.ts";
import { functionNamed } from "../../promql/functions.ts";
import { comparisons, isComparison } from "../../promql/operators.ts";
import { canBeBorn } from "../../promql/robust/births.ts";
import { isGrowth } from "../../promql/statistic.ts";
import { type Node, spanOf } from "../../promql/tree.ts";
import { asksForTraffic } from "../reading/asks-for-traffic.ts";
import { expressionsOf, type PlacedExpression } from "../reading/expressions-of.ts";
import { contains } from "../reading/spans.ts";

/** A share of what counters count has a value wherever there was traffic, and only there. */
export const ratiosHaveAValue: Check = {
  id: "ratios-have-a-value",
  why: "Without traffic a ratio of two rates is NaN, which fulfils no condition and spoils every mean that it gets into. Before the first failure there may be no series to divide: the ratio has no value, as if nobody had asked, and an alert on few hits is silent while there are none.",
  source: "https://prometheus.io/docs/practices/instrumentation/#avoid-missing-metrics",
  wrong: `
export const web = timeSeries({
  title: "Orders over the web",
  description: "Their share of all orders.",
  queries: [
    orders.where({ channel: "web" }).rate("5m").sumBy("instance").div(orders.rate("5m").sumBy("instance")),
  ],
});
`,
  right: `
export const web = timeSeries({
  title: "Orders over the web",
  description: "Their share of all orders.",
  queries: [
    ratioOf(
      orders.where({ channel: "web" }).rate("5m").sumBy("instance"),
      orders.rate("5m").sumBy("instance"),
    ),
  ],
});
`,
  *find(model: Model): Iterable<Finding> {
    // What an SLO does without traffic its page says.
    const ofSlos = new Set(model.slos.flatMap(({ alerts, recordings }) => [...alerts, ...recordings]));
    const alerts = new Set<PlacedExpression["definition"]>(model.alerts);
    for (const expression of expressionsOf(model)) {
      const { definition, place, name, analysis } = expression;
      if (analysis.diagnostics.length > 0 || ofSlos.has(nameOf(definition))) continue;
      const shares = analysis.joins.filter((join) => isShare(join, analysis));
      for (const share of shares.filter((one) => !alerts.has(definition) || !isOnlyTooHigh(one, analysis))) {
        const wrong = [...noTraffic(share, analysis), ...notYet(share, expression)];
        if (wrong.length === 0) continue;
        yield { definition, place, message: `${name}: ${wrong.join(", and ")}`, fix };
      }
    }
  },
};

const fix =
  "write ratioOf(part, whole) instead of part.div(whole): no value where there is no traffic, and 0 where there is no part";

function nameOf(definition: PlacedExpression["definition"]): string {
  return "name" in definition && typeof definition.name === "string" ? definition.name : "";
}

/** Whether it divides growth by growth of the same kind at the same time, one series by one. */
function isShare(join: Join, { functions, selectors }: Analysis): boolean {
  const { op, group, left, right } = join;
  if (op !== "/" || group !== undefined || left.type.unit !== right.type.unit) return false;
  return (
    [left, right].every(({ series }) => isGrowth(series)) &&
    functions.every((one) => !contains(join, one) || functionNamed(one.name)?.addsUp === true) &&
    selectors.every((one) => !contains(join, one) || one.offset === undefined)
  );
}

/** Whether an alert asks only whether it is too high, which nothing is of nothing. */
function isOnlyTooHigh(share: Join, { comparisons: asked }: Analysis): boolean {
  const is = ({ node }: Operand) => spanOf(node).from === share.from && spanOf(node).to === share.to;
  return asked.some(({ op, left, right }) => {
    const meant = is(left) ? op : is(right) ? comparisons[op].mirrored : undefined;
    return meant === ">" || meant === ">=";
  });
}

function noTraffic(share: Join, analysis: Analysis): string[] {
  return isFiltered(share.right.node) || asksForTraffic(share, analysis)
    ? []
    : ["without traffic its ratio is not a number"];
}

function notYet({ left, ...join }: Join, { analysis }: PlacedExpression): string[] {
  const isSaid = left.node.kind === "binary" && left.node.op === "or";
  const isSaidAround = analysis.joins.some(({ op, left: side }) => op === "or" && contains(side, join));
  return isSaid || isSaidAround || !mayNotBe(left)
    ? []
    : ["its ratio has no value before there is something to count"];
}

/** Whether its series may not be there yet. */
function mayNotBe({ series }: Operand): boolean {
  return series.some((one) => one.type !== "recorded" && canBeBorn(one));
}

function isFiltered(node: Node): boolean {
  return node.kind === "binary" && isComparison(node.op) && node.bool !== true;
}
