import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import type { LabelMap } from "../promql/expression-type.ts";
import type { Join } from "../promql/extraction.ts";
import { expressionsOf } from "./expressions-of.ts";

const setOperators = new Set(["and", "or", "unless"]);

/** The side of a join that has one series for each match is told apart by the labels that are matched. */
export const joinsAreUnique: Check = {
  id: "joins-are-unique",
  *find(model: Model): Iterable<Finding> {
    for (const { definition, place, name, analysis } of expressionsOf(model)) {
      if (analysis.diagnostics.length > 0) continue;
      for (const join of analysis.joins) {
        for (const side of uniqueSides(join)) {
          const extra = unmatched(join, side === "left" ? join.leftLabels : join.rightLabels);
          if (extra.length === 0) continue;
          yield {
            definition,
            place,
            message: `${name}: '${join.op}' fails as soon as two series on its ${side} differ only in ${extra.join(", ")}: it wants one series there for each match`,
            mend: mendOf(join, side, extra),
          };
        }
      }
    }
  },
};

type Side = "left" | "right";

/** The sides that may have only one series for each match. */
function uniqueSides({ op, group }: Join): readonly Side[] {
  if (setOperators.has(op)) return [];
  if (!group) return ["left", "right"];
  return group.side === "left" ? ["right"] : ["left"];
}

/** Labels of a side which are neither matched nor bound to one value. */
function unmatched({ matching }: Join, labels: LabelMap | undefined): string[] {
  const free = [...(labels ?? [])].filter(([label, values]) => {
    const isMatched = matching.labels.includes(label) === (matching.kind === "on");
    const isFixed = Array.isArray(values) && values.length === 1;
    return !isMatched && !isFixed;
  });
  return free.map(([label]) => label).sort();
}

function mendOf({ group }: Join, side: Side, extra: readonly string[]): string {
  const names = extra.map((label) => `"${label}"`).join(", ");
  const away = `match ${extra.join(", ")} too, or aggregate the ${side} side before, such as .maxWithout(${names})`;
  if (group) return away;
  const option = side === "left" ? "groupLeft" : "groupRight";
  return `${away}; if many on the ${side} may share one on the other side, say ${option}: []`;
}
