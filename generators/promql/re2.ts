import { asWritten, caseAfter, caseOf, otherCase, otherRanges } from "./re2-case.ts";

/** A pattern of RE2, the kind that Prometheus knows: how to match with it, or why it is none. */
export type Re2 =
  | { readonly matches: (value: string) => boolean; readonly complaint: undefined }
  | { readonly matches: undefined; readonly complaint: string };

/** A piece of the pattern in JavaScript's syntax, and where the next piece starts. */
interface Piece {
  readonly text: string;
  readonly next: number;
  /** False: nothing that `*` could follow. Left out: it may be repeated. */
  readonly repeatable?: false;
}

export interface Re2Options {
  /** In Prometheus' matchers `.` is any character; in Alertmanager's, as in RE2 itself, it is no line break without `(?s)`. */
  readonly dot?: "any character" | "no line break";
}

/**
 * Compiles a pattern that must match from end to end, as in label matchers.
 *
 * It is translated piece by piece into a JavaScript pattern with the `v` flag, because the two disagree on escapes, named
 * groups, classes and flags. `(?s)` anywhere counts for the whole pattern: it then matches rather too much than too little.
 */
export function compileRe2(pattern: string, { dot = "any character" }: Re2Options = {}): Re2 {
  try {
    const { wholeIgnores, inParts } = caseOf(pattern);
    const flags = wholeIgnores ? "isv" : "sv";
    const dotIsAny = dot === "any character" || /\(\?[imU]*s[imsU]*[-):]/.test(pattern);
    const translated = translate(pattern, { dot: dotIsAny ? "." : "[^\\n]", inParts });
    // By itself first: between the parentheses of the next line a pattern such as `a)(?:b` would be one.
    new RegExp(translated, flags);
    const expression = new RegExp(`^(?:${translated})$`, flags);
    return { matches: (value) => expression.test(value), complaint: undefined };
  } catch (error) {
    const reason = error instanceof PatternError ? error.message : "it does not parse";
    return { matches: undefined, complaint: `not a regular expression: ${pattern} (${reason})` };
  }
}

class PatternError extends Error {}

interface Manner {
  /** What `.` becomes. */
  readonly dot: string;
  /** Letters are written in both cases in the parts that ignore it. */
  readonly inParts: boolean;
}

/** A group must be open to be closed, and a repetition needs something before it that is not repeated already. */
function translate(pattern: string, { dot, inParts }: Manner): string {
  let out = "";
  let repeatable = false;
  let letters = asWritten;
  for (let at = 0; at < pattern.length;) {
    const repetition = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(pattern.slice(at))?.[0];
    if (repetition) {
      if (!repeatable) throw new PatternError(`nothing to repeat before ${repetition}`);
      checkCounts(repetition);
    }
    const piece: Piece = repetition
      ? { text: repetition, next: at + repetition.length, repeatable: false }
      : atom(pattern, at, dot, inParts && letters.ignored);
    if (!repetition) letters = caseAfter(letters, pattern.slice(at));
    // Flags are nothing: what stood before them stands before what follows them.
    if (piece.text !== "") repeatable = piece.repeatable ?? true;
    out += piece.text;
    at = piece.next;
  }
  return out;
}

function checkCounts(repetition: string): void {
  const [least = 0, most = least] = (repetition.match(/\d+/g) ?? []).map(Number);
  // RE2 refuses more because it would copy the piece that often.
  if (least > 1000 || most > 1000) throw new PatternError("a repetition of more than 1000");
  if (most < least) throw new PatternError(`the wrong way round: ${repetition}`);
}

function atom(pattern: string, at: number, dot: string, anyCase: boolean): Piece {
  const c = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
  if (c === "\\") return escape(pattern, at, anyCase);
  if (c === "[") return characterClass(pattern, at, anyCase);
  if (c === "(") return openGroup(pattern, at);
  if (c === "^" || c === "$") return { text: `(?:${c})`, next: at + 1 };
  if (c === "|") return { text: c, next: at + 1, repeatable: false };
  if (c === ")") return { text: c, next: at + 1 };
  if (c === ".") return { text: dot, next: at + 1 };
  return { text: inCase(literal(c), anyCase), next: at + c.length };
}

/** A character as it is, or in both cases. */
function inCase(text: string, anyCase: boolean): string {
  const other = anyCase ? otherCase(text) : undefined;
  return other === undefined ? text : `[${text}${other}]`;
}

function openGroup(pattern: string, at: number): Piece {
  const rest = pattern.slice(at);
  if (!rest.startsWith("(?")) return { text: "(", next: at + 1, repeatable: false };
  if (/^\(\?<?[=!]/.test(rest)) throw new PatternError("RE2 has no look-around");
  const name = /^\(\?P?<(\w+)>/.exec(rest)?.[0];
  if (name) return { text: "(", next: at + name.length, repeatable: false };
  const flags = /^\(\?[imsU]*(?:-[imsU]+)?([:)])/.exec(rest);
  if (!flags) throw new PatternError(`RE2 has no ${rest.slice(0, 3)}`);
  return { text: flags[1] === ":" ? "(?:" : "", next: at + flags[0].length, repeatable: false };
}

const assertions: Readonly<Record<string, string>> = { A: "(?:^)", z: "(?:$)", b: "(?:\\b)", B: "(?:\\B)" };

function escape(pattern: string, at: number, anyCase: boolean): Piece {
  const c = pattern[at + 1];
  if (c !== undefined && c in assertions) return { text: assertions[c] ?? "", next: at + 2 };
  if (c !== "Q") {
    const piece = escapedCharacter(pattern, at);
    return { ...piece, text: inCase(piece.text, anyCase) };
  }
  const end = pattern.indexOf("\\E", at + 2);
  const quoted = pattern.slice(at + 2, end < 0 ? undefined : end);
  const text = [...quoted].map((one) => inCase(literal(one), anyCase)).join("");
  return { text, next: end < 0 ? pattern.length : end + 2 };
}

/** An escape that may also stand inside of brackets. */
function escapedCharacter(pattern: string, at: number): Piece {
  const rest = pattern.slice(at);
  if (/^\\[dDsSwW]/.test(rest)) return { text: rest.slice(0, 2), next: at + 2 };
  const property = /^\\([pP])(?:\{(\^?)(\w+)\}|(\w))/.exec(rest);
  if (property) return { text: unicodeClass(property), next: at + property[0].length };
  const code = /^\\(?:x([0-9a-fA-F]{2})|x\{([0-9a-fA-F]+)\}|(0[0-7]{0,2}|[1-7][0-7]{1,2}))/.exec(rest);
  if (code) {
    const hex = code[1] ?? code[2];
    const point = hex === undefined ? parseInt(code[3] ?? "", 8) : parseInt(hex, 16);
    if (point > 0x10ffff) throw new PatternError(`no character: ${code[0]}`);
    return { text: `\\u{${point.toString(16)}}`, next: at + code[0].length };
  }
  if (/^\\[aftnrv]/.test(rest)) return { text: rest[1] === "a" ? "\\x07" : rest.slice(0, 2), next: at + 2 };
  // Any other sign of ASCII stands for itself, a letter or a digit does not.
  if (/^\\[!-/:-@[-`{-~ ]/.test(rest)) return { text: literal(rest.charAt(1)), next: at + 2 };
  if (/^\\[1-9]/.test(rest)) throw new PatternError("RE2 has no back-references");
  throw new PatternError(rest === "\\" ? "it ends with \\" : `RE2 has no ${[...rest].slice(0, 2).join("")}`);
}

function unicodeClass([whole, kind, negation = "", long, short]: RegExpExecArray): string {
  const name = long ?? short ?? "";
  const letter = (kind === "P") !== (negation === "^") ? "P" : "p";
  const candidates = name === "Any" ? ["Any"] : [name, `Script=${name}`];
  for (const candidate of candidates) {
    const text = `\\${letter}{${candidate}}`;
    try {
      new RegExp(text, "v");
      return text;
    } catch {
      // Not a class of that kind: the next one may be.
    }
  }
  throw new PatternError(`no class of characters: ${whole}`);
}

const posixClasses: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\x00-\\x7f",
  blank: "\\t ",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`\\{-~",
  space: "\\t\\n\\v\\f\\r ",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f",
};

function characterClass(pattern: string, start: number, anyCase: boolean): Piece {
  let at = pattern[start + 1] === "^" ? start + 2 : start + 1;
  let out = pattern.slice(start, at);
  for (let first = true; first || pattern[at] !== "]"; first = false) {
    if (at >= pattern.length) throw new PatternError("a [ without its ]");
    const posix = /^\[:(\^?)(\w+):\]/.exec(pattern.slice(at));
    const piece = posix
      ? { text: posixClass(posix), next: at + posix[0].length }
      : classRange(pattern, at, anyCase);
    out += piece.text;
    at = piece.next;
  }
  return { text: `${out}]`, next: at + 1 };
}

function posixClass([whole, negation, name = ""]: RegExpExecArray): string {
  const set = posixClasses[name];
  if (set !== undefined) return `[${negation ?? ""}${set}]`;
  throw new PatternError(`no class of characters: ${whole}`);
}

function classRange(pattern: string, at: number, anyCase: boolean): Piece {
  const low = classCharacter(pattern, at);
  const alone = { ...low, text: low.text + ((anyCase && otherCase(low.text)) || "") };
  const isRange = pattern[low.next] === "-" && pattern[low.next + 1] !== "]" && low.next + 1 < pattern.length;
  // A class such as \d is no end of a range: its - is a sign of its own.
  if (!isRange || /^\\[dDsSwWpP]/.test(low.text)) return alone;
  const high = classCharacter(pattern, low.next + 1);
  if (/^\\[dDsSwWpP]/.test(high.text)) throw new PatternError(`no range: ${pattern.slice(at, high.next)}`);
  const others = anyCase ? otherRanges(low.text, high.text) : "";
  return { text: `${low.text}-${high.text}${others}`, next: high.next };
}

function classCharacter(pattern: string, at: number): Piece {
  if (pattern[at] === "\\") return escapedCharacter(pattern, at);
  const c = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
  return { text: literal(c), next: at + c.length };
}

/** The character itself; signs of ASCII by their number, which the `v` flag allows inside and outside of brackets. */
function literal(c: string): string {
  return /[!-/:-@[-^`{-~]/.test(c) ? `\\x${c.charCodeAt(0).toString(16)}` : c;
}
