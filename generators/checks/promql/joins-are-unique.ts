import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import type { Analysis } from "../../promql/analysis.ts";
import type { CatalogueSeries } from "../../promql/series.ts";
import type { Join } from "../../promql/extraction.ts";
import { functionNamed } from "../../promql/functions.ts";
import { isSetOperator } from "../../promql/operators.ts";
import { expressionsOf } from "../reading/expressions-of.ts";
import { contains } from "../reading/spans.ts";

/** The side of a join that has one series for each match is told apart by the labels that are matched. */
export const joinsAreUnique: Check = {
  id: "joins-are-unique",
  why: "A join fails with “many-to-many matching not allowed” as soon as a second series appears on the side that must be unique. The rule then breaks on the day somebody adds an instance.",
  source: "https://prometheus.io/docs/prometheus/latest/querying/operators/",
  wrong: `
export const shelves = metrics(api, {
  shop_shelf_items: gauge({ help: "Items on a shelf.", unit: "items", labels: { shelf: "*" } }),
  shop_items: gauge({ help: "All items.", unit: "items" }),
});
export const day = timeSeries({
  title: "Shelves",
  description: "How full they are.",
  queries: [promql\`\${shelves.shop_shelf_items} / on (instance) \${shelves.shop_items}\`],
});
`,
  right: `
export const shelves = metrics(api, {
  shop_shelf_items: gauge({ help: "Items on a shelf.", unit: "items", labels: { shelf: "*" } }),
  shop_items: gauge({ help: "All items.", unit: "items" }),
});
export const day = timeSeries({
  title: "Shelves",
  description: "How full they are.",
  queries: [promql\`sum by (instance) (\${shelves.shop_shelf_items}) / on (instance) \${shelves.shop_items}\`],
});
`,
  *find(model: Model): Iterable<Finding> {
    for (const { definition, place, name, analysis } of expressionsOf(model)) {
      if (analysis.diagnostics.length > 0) continue;
      for (const join of analysis.joins) {
        for (const side of uniqueSides(join)) {
          const extra = unmatched(join, side, analysis);
          if (extra.length === 0) continue;
          yield {
            definition,
            place,
            message: `${name}: '${join.op}' fails as soon as two series on its ${side} differ only in ${extra.join(", ")}: there must be exactly one series there per match`,
            fix: fixOf(join, side, extra),
          };
        }
      }
    }
  },
};

type Side = "left" | "right";

/** The sides that may have only one series for each match. */
function uniqueSides({ op, group }: Join): readonly Side[] {
  if (isSetOperator(op)) return [];
  if (!group) return ["left", "right"];
  return group.side === "left" ? ["right"] : ["left"];
}

function matchedBy({ matching }: Join): (label: string) => boolean {
  return (label) => matching.labels.includes(label) === (matching.kind === "on");
}

/**
 * Labels of a side which are neither matched nor bound to one value, nor to one for each job where jobs are matched; none where fewer
 * labels than all tell its series apart, and those are.
 */
function unmatched(join: Join, side: Side, { functions }: Analysis): string[] {
  const labels = side === "left" ? join.leftLabels : join.rightLabels;
  const isMatched = matchedBy(join);
  // A label that is rewritten no longer has the value that its target gave it.
  const keepsLabels = !functions.some(
    (call) => functionNamed(call.name)?.labels === "rewritten" && contains(join[side], call),
  );
  const free = [...(labels ?? [])].filter(([label, values]) => {
    const isFixed = Array.isArray(values) && values.length === 1;
    const isOfJob =
      keepsLabels && isMatched("job") && labels?.has("job") && isOfTargets(label, join[side].series);
    return !isMatched(label) && !isFixed && !isOfJob;
  });
  const names = free.map(([label]) => label).sort();
  const isKnown = (label: string) => labels?.has(label) === true && !names.includes(label);
  const isToldApart = join[side].type.keys?.some((key) => key.every(isKnown));
  return isToldApart ? [] : names;
}

/** Whether the targets give the label its value, which is the same on all series of a job; `instance` is another for each. */
function isOfTargets(label: string, series: readonly CatalogueSeries[]): boolean {
  const having = series.filter(({ labels }) => labels.has(label));
  return (
    label !== "instance" && having.length > 0 && having.every(({ ofTarget }) => ofTarget?.includes(label))
  );
}

function fixOf({ group, matching, ...sides }: Join, side: Side, extra: readonly string[]): string {
  const quoted = (labels: readonly string[]) => labels.map((label) => `"${label}"`).join(", ");
  const { node } = sides[side];
  const isInfo = node.kind === "selector" && node.metric.endsWith("_info") && matching.kind === "on";
  // One that says which version runs is there once, whatever the version.
  const declared = isInfo
    ? `; if ${node.metric} is there once for them, declare it with onePer: [${quoted(matching.labels)}]`
    : "";
  const away = `match ${extra.join(", ")} too, or aggregate the ${side} side first, such as .maxWithout(${quoted(extra)})${declared}`;
  if (group) return away;
  const option = side === "left" ? "groupLeft" : "groupRight";
  return `${away}; if many series on the ${side} may share one on the other side, write ${option}: []`;
}
