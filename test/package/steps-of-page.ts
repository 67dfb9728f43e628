import { readMarkdown, type CodeBlock } from "../../scripts/docs/markdown.ts";

/** What a page has its reader do, or see. */
export type Step =
  /** A block that begins with `// path`: the reader writes it into that file. */
  | { readonly kind: "file"; readonly path: string; readonly text: string }
  /** A block under `<!-- in path: from → to -->`: the reader changes a line of that file. */
  | { readonly kind: "edit"; readonly edit: Edit }
  | { readonly kind: "command"; readonly line: string }
  /** What the last command prints, in parts with `…` between them. */
  | { readonly kind: "printed"; readonly parts: readonly string[] }
  /** What the build says; where a text is replaced in a file, of that, and then it is put right again. */
  | { readonly kind: "refused"; readonly text: string; readonly edit: Edit | undefined }
  /** A file that the package ships has these lines. */
  | { readonly kind: "shipped"; readonly path: string; readonly text: string };

export interface Edit {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** The part of a page below a heading of the second level. */
export function sectionOf(page: string, heading: string): string {
  const [, rest] = page.split(`\n## ${heading}\n`);
  if (rest === undefined) throw new Error(`there is no heading "${heading}"`);
  return rest.split(/\n## /)[0] ?? "";
}

/** The steps of a page, in their order. Throws an Error at a block that is none. */
export function stepsOf(page: string): Step[] {
  return readMarkdown(page).blocks.flatMap(stepsIn);
}

function stepsIn({ language, text, note, line }: CodeBlock): Step[] {
  switch (language) {
    case "ts":
      return [note === undefined ? fileIn(text, line) : lineIn(text, note, line)];
    case "sh":
      return commandsIn(text);
    case "text":
    case "diff":
      return [seenIn(text, note)];
    default:
      throw new Error(`line ${line}: nobody knows what to do with a block of ${language}`);
  }
}

function fileIn(text: string, line: number): Step {
  const path = /^\/\/ (\S+\.ts)\n/.exec(text)?.[1];
  if (path === undefined) throw new Error(`line ${line}: the block does not begin with the path of its file`);
  return { kind: "file", path, text };
}

function lineIn(text: string, note: string, line: number): Step {
  const edit = editIn(note);
  if (!edit || !text.includes(edit.to))
    throw new Error(`line ${line}: its comment does not say where the line stands`);
  return { kind: "edit", edit };
}

function editIn(note: string): Edit | undefined {
  const [, path, from, to] = /^in (\S+): (.+) → (.+)$/.exec(note) ?? [];
  return path === undefined || from === undefined || to === undefined ? undefined : { path, from, to };
}

/** What is done on the machine that runs the stack is not done here: its commands are validated where they are written, in out/README.md. */
function commandsIn(text: string): Step[] {
  const lines = text.replaceAll(/\\\n\s*/g, "").split("\n");
  if (lines.some((line) => line.startsWith("docker "))) return [];
  return lines.filter((line) => line !== "").map((line) => ({ kind: "command", line }));
}

function seenIn(text: string, note: string | undefined): Step {
  const edit = note === undefined ? undefined : editIn(note);
  if (edit) return { kind: "refused", text, edit };
  if (note === "refused") return { kind: "refused", text, edit: undefined };
  if (note !== undefined) return { kind: "shipped", path: note, text };
  return { kind: "printed", parts: text.split(/^…\n/m) };
}
