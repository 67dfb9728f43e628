import { replaceAll } from "./pattern.ts";
import { isTrue, printed, textOf, type Value } from "./value.ts";

type Call = (args: readonly Value[]) => Value;

/** The functions that our templates call: Go's own, and those that Alertmanager adds. */
export const functions: Readonly<Record<string, Call>> = {
  and: (args) => args.find((one) => !isTrue(one)) ?? args.at(-1) ?? false,
  or: (args) => args.find(isTrue) ?? args.at(-1) ?? false,
  not: ([one = false]) => !isTrue(one),
  eq: ([first, ...others]) => others.some((one) => one === first),
  gt: ([a, b]) => numberOf(a) > numberOf(b),
  ge: ([a, b]) => numberOf(a) >= numberOf(b),
  lt: ([a, b]) => numberOf(a) < numberOf(b),
  le: ([a, b]) => numberOf(a) <= numberOf(b),
  len: ([of]) => lengthOf(of),
  printf: ([format, ...values]) => formatted(textOf(format), values),
  html: ([text]) => escapeHtml(textOf(text)),
  urlquery: ([text]) => escapeQuery(textOf(text)),
  toUpper: ([text]) => textOf(text).toUpperCase(),
  toLower: ([text]) => textOf(text).toLowerCase(),
  stringSlice: (args) => ({ get: () => undefined, items: args, isEmpty: args.length === 0 }),
  reReplaceAll: ([pattern, replacement, text]) =>
    replaceAll(textOf(pattern), textOf(replacement), textOf(text)),
  safeHtml: ([text]) => ({ get: () => undefined, isEmpty: false, html: textOf(text) }),
};

function numberOf(value: Value | undefined): number {
  if (typeof value !== "number") throw new SyntaxError("a number belongs here");
  return value;
}

/** Of a text how many bytes it takes. */
function lengthOf(value: Value | undefined): number {
  if (typeof value === "string") return bytesOf(value).length;
  if (typeof value === "object" && value.items) return value.items.length;
  throw new SyntaxError("this has no length");
}

/** `%s` and `%.80s`, which cuts after 80 characters. */
function formatted(format: string, values: readonly Value[]): string {
  let used = 0;
  const text = format.replace(
    /%(?:\.(\d+))?([^\d.])/g,
    (verb: string, most: string | undefined, letter: string) => {
      const value = values[used++];
      if (letter !== "s" || value === undefined) throw new SyntaxError(`printf ${verb}`);
      const whole = printed(value);
      return most === undefined ? whole : [...whole].slice(0, Number(most)).join("");
    },
  );
  if (used < values.length) throw new SyntaxError(`printf ${format}`);
  return text;
}

const entities: Readonly<Record<string, string>> = {
  '"': "&#34;",
  "'": "&#39;",
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "\0": "\uFFFD",
};

function escapeHtml(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/["'&<>\0]/g, (sign) => entities[sign] ?? sign);
}

/** As `url.QueryEscape` does. */
function escapeQuery(text: string): string {
  return [...bytesOf(text)].map((byte) => queryByte(byte)).join("");
}

function queryByte(byte: number): string {
  const sign = String.fromCharCode(byte);
  if (/[\w.~-]/.test(sign)) return sign;
  return sign === " " ? "+" : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
