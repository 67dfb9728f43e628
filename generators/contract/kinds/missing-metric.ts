import type { DifferenceKind } from "../difference.ts";
import { lostBy } from "../harm.ts";
import { isClosed } from "../values.ts";

export const missingMetric: DifferenceKind = {
  id: "missing-metric",
  says: "A metric that is declared is not exposed.",
  *find({ declared, observed }) {
    if (!declared || observed || declared.comesAndGoes !== undefined) return;
    const why = isClosed(declared)
      ? ""
      : "; a program that was just started may not know the values of its labels yet";
    yield { text: `is missing${why}`, harms: (read, reader) => lostBy(read, reader, "metric") };
  },
};
