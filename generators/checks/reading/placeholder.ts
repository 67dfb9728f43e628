/** What is in a text instead of what should. */
export interface Placeholder {
  /** As it is written: `smtp.example.com`. */
  readonly found: string;
  /** A name that nobody can have, or words that were to be replaced. */
  readonly kind: "name for examples" | "words left open";
}

/**
 * What kind of text it is. `data` is read by programs: `state="TBD"` may be a state of a program. An `instruction` is for a
 * person who follows it, who puts in what `<your token>` asks for; a `fact` is an address, a title or an explanation.
 */
export type TextKind = "data" | "fact" | "instruction";

/** The first placeholder of a text; undefined when there is none. */
export function placeholderIn(text: string, kind: TextKind): Placeholder | undefined {
  const found = firstOf(names, text);
  if (found !== undefined) return { found, kind: "name for examples" };
  const words = [...(kind === "data" ? [] : leftOpen), ...(kind === "fact" ? blanks : [])];
  const open = firstOf(words, text);
  return open === undefined ? undefined : { found: open, kind: "words left open" };
}

function firstOf(patterns: readonly RegExp[], text: string): string | undefined {
  return patterns.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
}

/**
 * RFC 2606 and 6761 keep these domains for documents, RFC 5737 and 3849 these addresses: nobody answers there. `.test` and
 * `.localhost` are kept too, but networks of one's own use them. A top-level domain alone must stand where only an address does,
 * because `.env.example` is a file.
 */
const names: readonly RegExp[] = [
  /(?<![\w.-])(?:[a-z0-9-]+\.)*example\.(?:com|net|org)(?![\w-]|\.\w)/i,
  /(?<=:\/\/|@)(?:[a-z0-9-]+\.)+(?:example|invalid)(?![\w-]|\.\w)/i,
  /^(?:[a-z0-9-]+\.)+(?:example|invalid)(?=:\d+$)/i,
  /(?<![\w.])(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}(?![\w]|\.\d)/,
  /(?<![\w:])2001:0?db8:[\da-f:]*/i,
];

/** As whole words; a list of things to do is a thing of its own. The brackets keep our own search for such words from this file. */
const leftOpen: readonly RegExp[] = [
  /(?<![\w-])(?:TO[D]O|FIX[M]E|TBD)(?![\w-]| (?:app|item|list|service)s?\b)/,
  /(?<![\w-])(?:change|replace)[-_]?me(?![\w-])/i,
  /\blorem ipsum\b/i,
  /^[\s.…?]*[.…?][\s.…?]*$/,
];

const blanks: readonly RegExp[] = [
  /<(?:your|insert|fill in)\b[^<>]*>/i,
  /(?<![\w-])your[-_][a-z][\w-]*/i,
  /(?<![\w-])x{3,}(?![\w-])/i,
];
