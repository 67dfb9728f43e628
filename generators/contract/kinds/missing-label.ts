import type { DifferenceKind } from "../difference.ts";
import { lostBy } from "../harm.ts";
import { asksFor, isDeclared, takes } from "../values.ts";

export const missingLabel: DifferenceKind = {
  id: "missing-label",
  says: "A label that is declared is not there, or not on every series.",
  *find({ declared, observed }) {
    if (!declared || !observed) return;
    for (const [label, values] of Object.entries(declared.labels)) {
      if (isDeclared(values, "") && values !== "*") continue;
      const without = observed.labelSets.filter((set) => (set.get(label) ?? "") === "");
      if (without.length === 0) continue;
      const isGone = without.length === observed.labelSets.length;
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
