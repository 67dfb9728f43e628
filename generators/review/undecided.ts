import type { AlertPair } from "./comparison.ts";

/** Why nobody can say what the change of an expression comes to, so that it is known what would be needed. */
export function whyUndecided({ base, head, changedBelow, tried }: AlertPair): string {
  if (!base.node || !head.node) return "it cannot be read";
  if (changedBelow.length > 0) return "a recording that it reads means something else";
  if (!tried) return "no series can be made for it";
  if (tried.less)
    return "a case is known in which it fires less: that it never fires more follows from no rule";
  if (tried.more)
    return "a case is known in which it fires more: that it never fires less follows from no rule";
  if (tried.other) return "each version fires for other series";
  if (tried.firing === 0) return "it fired on no random series";
  return "both fired alike on all random series: that they always do follows from no rule";
}
