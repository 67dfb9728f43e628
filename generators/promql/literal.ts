import { durationInMs, formatDuration } from "../language/duration.ts";

const simpleEscapes: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  "'": "'",
  '"': '"',
};

/** The text that a string literal of PromQL stands for, or why Prometheus refuses it. */
export function unquote(written: string): string | { readonly complaint: string } {
  const quote = written.charAt(0);
  const body = written.slice(1, -1);
  if (quote === "`") return body;
  let complaint: string | undefined;
  const pattern = /\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}|[\s\S])/g;
  const value = body.replace(pattern, (whole, escape: string) => {
    const character = escape.length > 1 ? codePoint(escape) : simpleEscapes[escape];
    const foreignQuote = /["']/.test(escape) && escape !== quote;
    if (character === undefined || foreignQuote) complaint ??= unknownEscape(whole);
    return character ?? "";
  });
  return complaint === undefined ? value : { complaint };
}

function unknownEscape(escape: string): string {
  if (escape.length > 2) return `'${escape}' is no character; write the character itself`;
  return `unknown escape '${escape}' in a string; write \\${escape}`;
}

function codePoint(escape: string): string | undefined {
  const point = /^[xuU]/.test(escape) ? parseInt(escape.slice(1), 16) : parseInt(escape, 8);
  // \x and octal escapes are bytes: above 127 they are half a character in UTF-8. Surrogates are half a character in UTF-16.
  const isByte = !/^[uU]/.test(escape);
  if (point > 0x10ffff || (isByte && point > 0x7f) || (point >= 0xd800 && point <= 0xdfff)) return undefined;
  return String.fromCodePoint(point);
}

/** A text as the string literal that Prometheus prints: in double quotes, with what cannot be seen escaped as Go does. */
export function promqlString(value: string): string {
  return `"${[...value].map(escaped).join("")}"`;
}

const shortEscapes: Readonly<Record<string, string>> = {
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  "\\": "\\\\",
  '"': '\\"',
};

function escaped(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  // What Go calls printable: letters, marks, numbers, punctuation, symbols and the plain space.
  if (/[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(character)) return character;
  const point = character.codePointAt(0) ?? 0;
  const hex = point.toString(16);
  if (point < 0x80) return `\\x${hex.padStart(2, "0")}`;
  return point > 0xffff ? `\\U${hex.padStart(8, "0")}` : `\\u${hex.padStart(4, "0")}`;
}

/** A number without an exponent, as Prometheus prints it. */
export function promqlNumber(value: number): string {
  if (value === Infinity) return "+Inf";
  if (Object.is(value, -0)) return "-0";
  if (value === -Infinity) return "-Inf";
  const [, sign = "", whole = "", fraction = "", exponent] =
    /^(-?)(\d+)(?:\.(\d+))?e([-+]\d+)$/.exec(String(value)) ?? [];
  if (exponent === undefined) return String(value);
  const shift = Number(exponent);
  const digits = whole + fraction;
  // JavaScript writes an exponent only where the point lies outside of the digits.
  if (shift < 0) return `${sign}0.${"0".repeat(-shift - 1)}${digits}`;
  return sign + digits + "0".repeat(shift - fraction.length);
}

/**
 * The value of a number as PromQL writes it: `0.5`, `1e3`, `0x1F`, `Inf`, and durations as seconds.
 *
 * Undefined when Prometheus refuses it.
 */
export function numberOrDuration(text: string): number | undefined {
  const [, sign = "", digits = ""] = /^([-+]?)\s*(.*)$/s.exec(text) ?? [];
  const value = unsigned(digits);
  return value !== undefined && sign === "-" ? -value : value;
}

function unsigned(text: string): number | undefined {
  if (/^inf$/i.test(text)) return Infinity;
  if (/^nan$/i.test(text)) return NaN;
  if (/^0x[\da-f]+$/i.test(text)) return Number(text);
  // As Go reads it: a leading zero means base eight, unless a digit or a point says that it cannot.
  if (/^0[0-7]+$/.test(text)) return parseInt(text, 8);
  const plain = text.replaceAll(/(?<=\d)_(?=\d)/g, "");
  // Go reads no number that is too large for one; Inf is written as such.
  if (/^(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(plain)) {
    return Number.isFinite(Number(plain)) ? Number(plain) : undefined;
  }
  const ms = durationInMs(text);
  return ms === undefined ? undefined : ms / 1000;
}

/** Prometheus keeps a duration in 64 bits of nanoseconds: about 292 years. */
const longestSeconds = 9_223_372_036;

/** A duration or a number of seconds, as in `[5m]` and `offset 300`; undefined when it is neither. */
export function signedDurationInMs(text: string): number | undefined {
  const seconds = numberOrDuration(text);
  if (seconds === undefined || !(Math.abs(seconds) <= longestSeconds)) return undefined;
  // Prometheus keeps whole milliseconds.
  return Math.trunc(seconds * 1000);
}

/**
 * A PromQL string literal.
 *
 * The escapes of JSON are among those of PromQL. A lone surrogate is no text: it throws a TypeError.
 */
export function quotePromql(text: string): string {
  if (!text.isWellFormed()) throw new TypeError("a string in PromQL must be well-formed Unicode");
  // Characters that JSON leaves as they are, and that readers of YAML refuse or change.
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** A number as JavaScript writes it: with an exponent where it is very large or small. */
export function printNumber(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Inf" : "-Inf";
  return String(value); // -0 becomes 0
}

/** A number of seconds as a duration. */
export function printDuration(seconds: number): string {
  return (seconds < 0 ? "-" : "") + formatDuration(Math.abs(seconds) * 1000);
}
