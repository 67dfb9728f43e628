import type { DifferenceKind } from "../difference.ts";
import { isClosed, listOf } from "../values.ts";

export const moreSeries: DifferenceKind = {
  id: "more-series",
  says: "There are more series than the listed values of all labels can make.",
  *find({ declared, observed }) {
    if (!declared || !observed || !isClosed(declared)) return;
    const most = Object.values(declared.labels)
      .map((values) => listOf(values)?.length ?? 1)
      .reduce((product, count) => product * count, 1);
    // An empty label is none.
    const written = observed.labelSets.map((set) =>
      JSON.stringify([...set].filter(([, value]) => value !== "")),
    );
    const count = new Set(written).size;
    if (count <= most) return;
    yield { text: `has ${count} series, and its declared labels make ${most} at most` };
  },
};
