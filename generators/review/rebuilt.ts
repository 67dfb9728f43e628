import type { PartChange } from "./expression-change.ts";

/** Whether an expression is built otherwise, so that only both texts say how. */
export function isRebuilt({ parts }: { readonly parts: readonly PartChange[] }): boolean {
  return parts.some(({ kind }) => kind === "rebuilt");
}
