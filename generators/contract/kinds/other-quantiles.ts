import { listed } from "../../text/listed.ts";
import type { DifferenceKind } from "../difference.ts";
import { lostBy } from "../harm.ts";
import { asksFor } from "../values.ts";
import { takesBound } from "./other-buckets.ts";

export const otherQuantiles: DifferenceKind = {
  id: "other-quantiles",
  says: "A summary has other quantiles than those that are declared.",
  *find({ declared, observed }) {
    if (declared?.quantiles === undefined || !observed || observed.labelSets.length === 0) return;
    if (observed.type !== undefined && observed.type !== "summary") return;
    const [meant, seen] = [declared.quantiles, observed.bounds];
    const gone = meant.filter((quantile) => !seen.includes(quantile));
    const added = seen.filter((quantile) => !meant.includes(quantile));
    if (gone.length + added.length === 0) return;
    yield {
      text: [
        ...(gone.length > 0 ? [`has no quantile ${listed(gone.map(String), "or")}`] : []),
        ...(added.length > 0
          ? [`has the quantiles ${listed(added.map(String))}, which are not declared`]
          : []),
      ].join("; "),
      harms(read, reader) {
        if (read.series !== undefined || !asksFor(read, "quantile")) return undefined;
        return seen.some((quantile) => takesBound(read, quantile))
          ? undefined
          : lostBy(read, reader, "series");
      },
    };
  },
};
