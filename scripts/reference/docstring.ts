/** What a docstring says of a word or a method, in its parts. */
export interface Docstring {
  /** The sentences, in Markdown. */
  readonly text: string;
  /** How it is written: a line, or several. */
  readonly examples: readonly string[];
  /** What is refused: code that does not compile, or that throws. */
  readonly refuses: readonly string[];
  /** The ids of the checks that look at it. */
  readonly checks: readonly string[];
}

const tags = ["example", "refuses", "check"] as const;
type Tag = (typeof tags)[number];

/** The parts of a docstring, from its text with the stars of the comment. */
export function readDocstring(comment: string): Docstring {
  const lines = comment
    .replace(/^\/\*\*/, "")
    .replace(/\*\/$/, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd());
  const parts: { readonly tag?: Tag; readonly lines: string[] }[] = [{ lines: [] }];
  for (const line of lines) {
    const [, name = "", rest = ""] = /^@(\w+) ?(.*)$/.exec(line) ?? [];
    const tag = tags.find((one) => one === name);
    if (tag) parts.push({ tag, lines: [rest] });
    else if (name !== "") throw new Error(`@${name} is no tag of the language's docstrings`);
    else parts.at(-1)?.lines.push(line);
  }
  const having = (tag?: Tag) => parts.filter((part) => part.tag === tag).map((part) => trimmed(part.lines));
  return {
    text: having().join("\n"),
    examples: having("example"),
    refuses: having("refuses"),
    checks: having("check"),
  };
}

/** Without empty lines around it. */
function trimmed(lines: readonly string[]): string {
  return lines
    .join("\n")
    .replace(/^\s*\n/, "")
    .trim();
}

/** Of what is documented elsewhere. */
export const noDocstring: Docstring = { text: "", examples: [], refuses: [], checks: [] };
