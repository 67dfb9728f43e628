import * as z from "zod";
import { durationInMs } from "./language/duration.ts";
import type { SecretFile } from "./language/secret.ts";
import { isTimeZone, timeZoneFix } from "./text/time-zone.ts";

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
  (text) => /^(?:[A-Za-z0-9.-]+|\[[\da-fA-F:.]+\]):\d+$/.test(text) && URL.canParse(`http://${text}`),
  "write host:port, such as localhost:8080",
);
export const address = such(
  z.string(),
  (text) => /^https?:\/\//.test(text) && URL.canParse(text),
  "write an address that starts with http:// or https://",
);

export const timeZone = z.string().check(({ value, issues }) => {
  if (isTimeZone(value)) return;
  const message = `is ${JSON.stringify(value)}, which is not a time zone`;
  issues.push({ code: "custom", input: value, message, params: { fix: timeZoneFix(value) } });
});

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
