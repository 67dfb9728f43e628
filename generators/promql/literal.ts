import { unquote } from "./string-literal.ts";

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

/** A label's name as it is written, in quotes only where it needs them. */
export function quotedLabelName(written: string): string {
  const value = /^["'`]/.test(written) ? unquote(written) : written;
  if (typeof value !== "string") return written;
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(value) ? value : promqlString(value);
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
