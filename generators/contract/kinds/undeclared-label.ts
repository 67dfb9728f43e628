import type { DifferenceKind } from "../difference.ts";
import { lostBy } from "../harm.ts";

export const undeclaredLabel: DifferenceKind = {
  id: "undeclared-label",
  says: "There is a label that is not declared.",
  *find({ declared, observed }) {
    if (!declared || !observed) return;
    for (const [label, values] of observed.values) {
      if (Object.hasOwn(declared.labels, label)) continue;
      if (values.size === 1 && values.has("")) continue;
      yield {
        text: `has the label ${label}, which is not declared`,
        harms(read, reader) {
          if (read.newLabels === "break a join") return lostBy(read, reader, "series");
          return read.newLabels === "kept" ? "more" : undefined;
        },
      };
    }
  },
};
