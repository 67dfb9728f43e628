import type { ChangedFact } from "./changed-facts.ts";

/** Whether an annotation leads somewhere, so that another one is more than another wording. */
export function isLink({ base, head }: ChangedFact): boolean {
  return [base, head].some((text) => text !== undefined && /^\s*https?:\/\/\S+\s*$/.test(text));
}
