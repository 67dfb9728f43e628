import type { DifferenceKind } from "../difference.ts";
import { lostBy } from "../harm.ts";

export const retypedMetric: DifferenceKind = {
  id: "retyped-metric",
  says: "A metric has another type than the one that is declared.",
  *find({ declared, observed }) {
    if (!declared || observed?.type === undefined || observed.type === declared.type) return;
    const { names } = observed;
    yield {
      text: `has the type ${observed.type}, and ${declared.type} is declared`,
      // A histogram that became a gauge has no buckets; a counter that became one has a rate that means nothing.
      harms(read, reader) {
        if (!names.has(read.series ?? declared.name)) return lostBy(read, reader, "metric");
        // Who only asks whether it is there is not harmed.
        return lostBy(read, reader, "metric") === "fires" ? undefined : "wrong";
      },
    };
  },
};
