import type { Pair } from "./pairing.ts";
import type { Notified, ReviewedAlert } from "./version.ts";

/** Receivers that are notified in both versions, each with what holds for it there. */
export function sameReceivers({ base, head }: Pair<ReviewedAlert>): Pair<Notified>[] {
  return (head.notified ?? []).flatMap((after) => {
    const before = base.notified?.find(({ receiver }) => receiver === after.receiver);
    return before ? [{ base: before, head: after }] : [];
  });
}
