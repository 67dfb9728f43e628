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

/** Takes the first thing that a pattern finds out of a text; it must be there. */
export function without(pattern: RegExp): (text: string) => string {
  return (text) => {
    if (!pattern.test(text)) throw new Error(`there is no ${String(pattern)}`);
    return text.replace(pattern, "");
  };
}
