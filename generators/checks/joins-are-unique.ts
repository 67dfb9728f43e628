import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import type { Join } from "../promql/extraction.ts";
import { expressionsOf } from "./expressions-of.ts";

const setOperators = new Set(["and", "or", "unless"]);

/** The side of a join that has one series for each match is told apart by the labels that are matched. */
export const joinsAreUnique: Check = {
  id: "joins-are-unique",
  *find(model: Model): Iterable<Finding> {
    for (const { definition, place, name, analysis } of expressionsOf(model)) {
      for (const join of analysis.joins) {
        const extra = unmatched(join);
        if (extra.length === 0) continue;
        yield {
          definition,
          place,
          message: `${name}: '${join.op}' fails as soon as two series differ only in ${extra.join(", ")}: the operator wants one series for each match`,
          mend: `match these labels too, or aggregate them away before, such as .maxBy(${join.matching.labels.map((label) => `"${label}"`).join(", ")})`,
        };
      }
    }
  },
};

/** Labels of a side that must be unique which are neither matched nor bound to one value. */
function unmatched({ op, matching, group, leftLabels, rightLabels }: Join): string[] {
  if (setOperators.has(op)) return [];
  const sides =
    group?.side === "left"
      ? [rightLabels]
      : group?.side === "right"
        ? [leftLabels]
        : [leftLabels, rightLabels];
  const labels = sides.flatMap((side) => [...(side ?? [])]);
  const free = labels.filter(([label, values]) => {
    const matched = matching.labels.includes(label) === (matching.kind === "on");
    const fixed = Array.isArray(values) && values.length === 1;
    return !matched && !fixed;
  });
  return [...new Set(free.map(([label]) => label))].sort();
}
