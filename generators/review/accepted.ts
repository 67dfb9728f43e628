import type { Item } from "./change.ts";
import { itemsOf, rankOf, type Review } from "./review.ts";

/** That somebody accepts a sentence of a review, with a reason. */
export interface Acceptance {
  readonly fingerprint: string;
  readonly reason: string;
  /** Of the file, from 1. */
  readonly line: number;
}

export type ReadAcceptances =
  | { readonly acceptances: readonly Acceptance[] }
  | { readonly mistake: { readonly line: number; readonly message: string } };

/** Reads lines such as `accept: 1f2e3d4c the new limit is what we promised`; `#` begins a remark. */
export function readAcceptances(text: string): ReadAcceptances {
  const acceptances: Acceptance[] = [];
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#|$)/.test(written)) continue;
    const [, fingerprint, reason] = /^\s*accept:\s*([\da-f]{8})\s+(\S.*?)\s*$/.exec(written) ?? [];
    const line = index + 1;
    if (fingerprint === undefined || reason === undefined) {
      const message = "this is no acceptance: write accept:, the eight digits of a sentence, and a reason";
      return { mistake: { line, message } };
    }
    acceptances.push({ fingerprint, reason, line });
  }
  return { acceptances };
}

/** A review without what is accepted. */
export interface AcceptedReview extends Review {
  readonly accepted: readonly { readonly item: Item; readonly reason: string }[];
  /** Those whose sentence is not said, or is another one now. */
  readonly lapsed: readonly Acceptance[];
}

export function withAccepted(review: Review, acceptances: readonly Acceptance[]): AcceptedReview {
  const reasons = new Map(acceptances.map(({ fingerprint, reason }) => [fingerprint, reason]));
  const items = itemsOf(review);
  const said = new Set(items.map(({ fingerprint }) => fingerprint));
  const blocks = review.blocks
    .map(({ subject, items: own }) => ({
      subject,
      items: own.filter((item) => !reasons.has(item.fingerprint)),
    }))
    .filter((block) => block.items.length > 0);
  return {
    blocks: blocks.sort((a, b) => rankOf(a.items) - rankOf(b.items)),
    inconsequential: review.inconsequential,
    accepted: review.blocks
      .flatMap((block) => block.items)
      .flatMap((item) => {
        const reason = reasons.get(item.fingerprint);
        return reason === undefined ? [] : { item, reason };
      }),
    lapsed: acceptances.filter(({ fingerprint }) => !said.has(fingerprint)),
  };
}
