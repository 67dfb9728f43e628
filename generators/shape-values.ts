import * as z from "zod";
import type { SecretFile } from "./language/secret.ts";

/** A value whose type is right and whose content may not be; `fix` says what to write instead. */
export function such<V>(
  type: z.ZodType<V>,
  holds: (value: V) => boolean,
  fix: string,
  why = "",
): z.ZodType<V> {
  return type.refine(holds, { error: ({ input }) => `is ${JSON.stringify(input)}${why}`, params: { fix } });
}

/** A text that a pattern matches. */
export const named = (pattern: RegExp, fix: string) => such(z.string(), (text) => pattern.test(text), fix);

export const wholeNumber = (least: number, most: number, fix: string) =>
  such(z.number(), (n) => Number.isInteger(n) && n >= least && n <= most, fix);

/** A list that may be empty, and must not be longer than `most`. */
export const shortList = <V>(item: z.ZodType<V>, most: number, fix: string) =>
  such(z.array(item), (list) => list.length <= most, fix);

/** A list with something in it. */
export const listOf = <V>(item: z.ZodType<V>, fix: string) =>
  such(z.array(item), (list) => list.length > 0, fix);

/** Where a secret is read from. Its name is looked at wherever it stands. */
export const secretOfFile = z.custom<SecretFile>(
  (value) => typeof value === "object" && value !== null && "kind" in value && value.kind === "secret file",
  {
    error: "is no secret file",
    params: { fix: 'write secretFile("…", "…"): a secret never stands in definitions' },
  },
);
