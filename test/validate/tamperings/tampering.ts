import type { Changes } from "../shop-subject.ts";

/** One change of out/, and the one validator that notices it. */
export interface Tampering {
  readonly what: string;
  readonly changes: Changes;
  readonly noticedBy: string;
}

/** Adds to the end of a text. */
export function append(more: string): (text: string) => string {
  return (text) => `${text}${more}`;
}
