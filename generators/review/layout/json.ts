import type { AcceptedReview } from "../accepted.ts";
import type { Item } from "../change.ts";
import { summaryLines } from "./summary.ts";

/** What a program is told: the same as a person. */
export function reviewJson(review: AcceptedReview, taken: string): string {
  const { blocks, inconsequential, accepted, lapsed } = review;
  const data = {
    comparedWith: taken,
    summary: summaryLines(review),
    changes: blocks.flatMap(({ items }) => items).map(plain),
    withoutConsequence: inconsequential.map(plain),
    accepted: accepted.map(({ item, reason }) => ({ ...plain(item), reason })),
    lapsed: lapsed.map(({ fingerprint, reason }) => ({ fingerprint, reason })),
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

function plain(item: Item): object {
  const { fingerprint, kind, group, class: name, subject, text, decider, labelSets, shown } = item;
  const { what, name: of, place } = subject;
  return { fingerprint, kind, group, class: name, what, of, place, text, decider, labelSets, shown };
}
