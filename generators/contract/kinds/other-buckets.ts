import { listed } from "../../text/listed.ts";
import type { Read } from "../contract.ts";
import type { DifferenceKind } from "../difference.ts";
import { lostBy } from "../harm.ts";
import { asksFor, takes } from "../values.ts";

export const otherBuckets: DifferenceKind = {
  id: "other-buckets",
  says: "A histogram has other buckets than those that are declared.",
  *find({ declared, observed }) {
    if (declared?.buckets === undefined || !observed || observed.labelSets.length === 0) return;
    // One that became something else has none, which is said already.
    if (observed.type !== undefined && observed.type !== "histogram") return;
    const [meant, seen] = [declared.buckets, observed.bounds];
    const gone = meant.filter((bound) => !seen.includes(bound));
    const added = seen.filter((bound) => !meant.includes(bound));
    if (gone.length + added.length === 0) return;
    yield {
      text: [
        ...(gone.length > 0 ? [`has no bucket up to ${listed(gone.map(String), "or")}`] : []),
        ...(added.length > 0 ? [`has buckets up to ${listed(added.map(String))} that are not declared`] : []),
      ].join("; "),
      harms(read, reader) {
        if (!read.series?.endsWith("_bucket") || gone.length === 0) return undefined;
        // What is estimated from buckets is only as good as they are.
        if (!asksFor(read, "le")) return "wrong";
        return [...seen, Infinity].some((bound) => takesBound(read, bound))
          ? undefined
          : lostBy(read, reader, "series");
      },
    };
  },
};

/** A bound is stored as `1` or as `1.0`, by the age of Prometheus. */
export function takesBound(read: Read, bound: number): boolean {
  const spellings = bound === Infinity ? ["+Inf"] : [String(bound), `${bound}.0`];
  return spellings.some((text) => takes(read, "le", text) && takes(read, "quantile", text));
}
