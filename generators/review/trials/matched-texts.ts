import { compileRe2 } from "../../promql/re2.ts";

/** More would not tell more of a pattern: series are made for one or two of them at a time. */
const most = 6;

/** A few texts that a pattern matches, put together of its pieces; none where that is not so easy. */
export function matchedTexts(pattern: string): string[] {
  const { matches } = compileRe2(pattern);
  if (!matches) return [];
  return [...new Set(textsOf(pattern, 0).texts)].filter(matches).slice(0, most);
}

interface Read {
  readonly texts: readonly string[];
  readonly next: number;
}

/** The texts of a pattern, or of a group in it: up to the parenthesis that ends it. */
function textsOf(pattern: string, from: number): Read {
  const done: string[] = [];
  let current: readonly string[] = [""];
  let at = from;
  while (at < pattern.length && pattern[at] !== ")") {
    if (pattern[at] === "|") {
      done.push(...current);
      current = [""];
      at += 1;
      continue;
    }
    const piece = pieceAt(pattern, at);
    const repeated = repeatedAt(pattern, piece.next);
    const texts = repeated.isOptional ? ["", ...piece.texts] : piece.texts;
    current = current.flatMap((start) => texts.slice(0, 2).map((text) => start + text)).slice(0, most);
    at = repeated.next;
  }
  return { texts: [...done, ...current], next: at };
}

/** What stands for one character or a group, at this place. */
function pieceAt(pattern: string, at: number): Read {
  const c = pattern[at] ?? "";
  if (c === "^" || c === "$") return { texts: [""], next: at + 1 };
  if (c === ".") return { texts: ["0"], next: at + 1 };
  if (c === "(") {
    const start = /^\(\?(?:P?<\w+>|[a-zA-Z]*:)/.exec(pattern.slice(at))?.[0] ?? "(";
    const inside = textsOf(pattern, at + start.length);
    return { texts: inside.texts, next: inside.next + 1 };
  }
  if (c === "[") {
    const whole = /^\[\^?\]?[^\]]*\]/.exec(pattern.slice(at))?.[0] ?? c;
    const first = whole.startsWith("[^") ? "~" : (whole[1] ?? "");
    return { texts: [first], next: at + whole.length };
  }
  if (c !== "\\") return { texts: [c], next: at + 1 };
  const escaped = pattern[at + 1] ?? "";
  return { texts: [/\w/.test(escaped) ? "1" : escaped], next: at + 2 };
}

function repeatedAt(pattern: string, at: number): { readonly isOptional: boolean; readonly next: number } {
  const sign = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(pattern.slice(at))?.[0] ?? "";
  return { isOptional: sign.startsWith("*") || sign.startsWith("?"), next: at + sign.length };
}
