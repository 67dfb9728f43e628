import type { DifferenceKind } from "../difference.ts";

export const undeclaredMetric: DifferenceKind = {
  id: "undeclared-metric",
  says: "A metric is exposed that nobody has declared.",
  *find({ declared, observed }) {
    if (declared || !observed) return;
    yield { text: `is exposed and not declared${observed.type === undefined ? "" : `: a ${observed.type}`}` };
  },
};
