import type { ContractMetric, Read, Reader } from "../contract.ts";
import type { DifferenceKind } from "../difference.ts";
import { type Harm, lostBy } from "../harm.ts";
import type { Observed } from "../observed.ts";
import { isClosed, listOf, takes } from "../values.ts";

export const bornLate: DifferenceKind = {
  id: "born-late",
  says: "Series whose labels are all known are not there before the first event, whose growth nobody sees then.",
  *find({ declared, observed }) {
    // Of labels that are not listed nobody knows the values before; and what may be missing was said to.
    if (!declared || !observed || !isClosed(declared) || declared.comesAndGoes !== undefined) return;
    if (observed.labelSets.length === 0) {
      yield { text: "is described and has no series yet: start it at 0", harms: late };
      return;
    }
    for (const [label, unseen] of unseenValues(declared, observed)) {
      const values = unseen.map((value) => `${label}=${JSON.stringify(value)}`).join(", ");
      yield {
        text: `has no series with ${values} yet: start ${unseen.length === 1 ? "it" : "them"} at 0`,
        harms(read, reader) {
          const isHarmed = isOnlyFor(read, label, observed) && unseen.some((one) => takes(read, label, one));
          return isHarmed ? late(read, reader) : undefined;
        },
      };
    }
  },
};

/** Who waits for it to be missing fires until then. */
function late(read: Read, reader: Reader): Harm {
  return lostBy(read, reader, "metric") === "fires" ? "fires" : "late";
}

function unseenValues({ labels }: ContractMetric, { values: seen }: Observed) {
  return Object.entries(labels).flatMap(([label, values]): (readonly [string, readonly string[]])[] => {
    // A label that is nowhere is missing.
    const own = seen.get(label);
    const unseen = own && listOf(values)?.filter((value) => value !== "" && !own.has(value));
    return unseen === undefined || unseen.length === 0 ? [] : [[label, unseen]];
  });
}

/** Whether none of the series that are there is among those that are read. */
function isOnlyFor(read: Read, label: string, { values }: Observed): boolean {
  return ![...(values.get(label) ?? [])].some((value) => takes(read, label, value));
}
