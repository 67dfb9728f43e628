import * as z from "zod";
import { durationInMs } from "./language/duration.ts";
import type { SecretFile } from "./language/secret.ts";

/** A value whose type is right and whose content may not be; `fix` says what to write instead. */
export function such<V>(
  type: z.ZodType<V>,
  holds: (value: V) => boolean,
  fix: string,
  why = "",
): z.ZodType<V> {
  return type.refine(holds, { error: ({ input }) => `is ${shown(input)}${why}`, params: { fix } });
}

/** JSON knows neither Infinity nor what is no number. */
function shown(input: unknown): string {
  return typeof input === "number" ? String(input) : JSON.stringify(input);
}

/** A text that a pattern matches. */
export const named = (pattern: RegExp, fix: string) => such(z.string(), (text) => pattern.test(text), fix);

export const wholeNumber = (least: number, most: number, fix: string) =>
  such(z.number(), (n) => Number.isSafeInteger(n) && n >= least && n <= most, fix);

export const atLeastOne = wholeNumber(1, Infinity, "write a whole number of 1 or more");

/** A name in lower case, such as of a service or a severity. */
export const dashed = named(
  /^[a-z][a-z0-9-]*$/,
  "use lower-case letters, digits and -, starting with a letter",
);

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
    error: "is not a secret file",
    params: { fix: 'write secretFile("…", "…"): secrets are never written into definitions' },
  },
);

/** What carries allowances. */
export const allowing = z.object({ allow: z.record(z.string(), z.string()).optional() });
const durationFix = "write it like 15s, 5m or 1h30m";
export const duration = such(
  z.string(),
  (text) => durationInMs(text) !== undefined,
  durationFix,
  ", which is not a duration",
);
export const longerThanNothing = such(
  duration,
  (text) => durationInMs(text) !== 0,
  durationFix,
  ", but must be longer than 0",
);
export const written = such(z.string(), (text) => text !== "", "write something, or leave it out");
export const labelName = named(
  /^[a-zA-Z_][a-zA-Z0-9_]*$/,
  "use letters, digits and _, not starting with a digit",
);

export const hostAndPort = such(
  z.string(),
  (text) => /^(?:[A-Za-z0-9.-]+|\[[\da-fA-F:.]+\]):\d+$/.test(text) && isReachable(`http://${text}`),
  "write host:port, such as localhost:8080, with a port from 1 to 65535",
);
export const address = such(
  z.string(),
  // A URL takes a space, but who copies the address from a list does not.
  (text) => /^https?:\/\/\S+$/.test(text) && isReachable(text),
  "write an address that starts with http:// or https://, without spaces, and with a port from 1 to 65535",
);

/** A port above 65535 is none for a URL; nobody listens on 0. */
function isReachable(url: string): boolean {
  return URL.canParse(url) && new URL(url).port !== "0";
}

/** Prometheus refuses a scrape that may take longer than the time to the next one. */
export function fitsInterval(timeout: string | undefined, interval: string | undefined): boolean {
  const [limit, time] = [durationInMs(interval ?? ""), durationInMs(timeout ?? "")];
  return limit === undefined || time === undefined || time <= limit;
}

export function tooLong(timeout: string, interval: string) {
  return {
    path: [timeout],
    error: `is longer than ${interval}`,
    params: { fix: `make ${timeout} at most as long as ${interval}` },
  };
}
