import * as z from "zod";
import type { SecretFile } from "./language/secret.ts";

/** A value whose type is right and whose content may not be; `mend` says what to write instead. */
export function such<V>(
  type: z.ZodType<V>,
  holds: (value: V) => boolean,
  mend: string,
  why = "",
): z.ZodType<V> {
  return type.refine(holds, { error: ({ input }) => `is ${JSON.stringify(input)}${why}`, params: { mend } });
}

/** A text that a pattern matches. */
export const named = (pattern: RegExp, mend: string) => such(z.string(), (text) => pattern.test(text), mend);

export const wholeNumber = (least: number, most: number, mend: string) =>
  such(z.number(), (n) => Number.isInteger(n) && n >= least && n <= most, mend);

/** A list that may be empty, and must not be longer than `most`. */
export const shortList = <V>(item: z.ZodType<V>, most: number, mend: string) =>
  such(z.array(item), (list) => list.length <= most, mend);

/** A list with something in it. */
export const listOf = <V>(item: z.ZodType<V>, mend: string) =>
  such(z.array(item), (list) => list.length > 0, mend);

/** Where a secret is read from. Its name is looked at wherever it stands. */
export const secretOfFile = z.custom<SecretFile>(
  (value) => typeof value === "object" && value !== null && "kind" in value && value.kind === "secret file",
  {
    error: "is no secret file",
    params: { mend: 'write secretFile("…", "…"): a secret never stands in definitions' },
  },
);
