import type { LabelValues } from "../contract.ts";
import type { DifferenceKind } from "../difference.ts";
import { lostBy } from "../harm.ts";
import { asksFor, isDeclared, listOf, takes } from "../values.ts";

export const missingLabel: DifferenceKind = {
  id: "missing-label",
  says: "A label that is declared is not there, or not on every series.",
  *find({ declared, observed }) {
    if (!declared || !observed) return;
    for (const [label, values] of Object.entries(declared.labels)) {
      const without = observed.labelSets.filter((set) => isWithout(set, label, values));
      if (without.length === 0) continue;
      const isGone = without.length === observed.labelSets.length;
      // Any value may be none, of some series.
      if (!isGone && listOf(values) === undefined) continue;
      yield {
        text: `has no label ${label}${isGone ? "" : ` on ${without.length} of its ${observed.labelSets.length} series`}`,
        harms(read, reader) {
          if (asksFor(read, label) && !takes(read, label, ""))
            return isGone ? lostBy(read, reader, "series") : "unseen";
          return (read.tellsApart ?? []).includes(label) ? "mixed" : undefined;
        },
      };
    }
  },
};

/** A label that is exposed empty is there, where any value is declared; of a list, it is none of these. */
function isWithout(set: ReadonlyMap<string, string>, label: string, values: LabelValues): boolean {
  if (listOf(values) === undefined) return !set.has(label);
  return !isDeclared(values, "") && (set.get(label) ?? "") === "";
}
