import { isNode, LineCounter, parseDocument } from "yaml";

/** A YAML or JSON file that was read: its data with the lines of its parts, or what keeps it from being read. */
export interface ParsedFile {
  readonly data: unknown;
  /** The line, counted from 1, of the value at this path; where there is none, that of the nearest part above. */
  readonly lineOf: (path: readonly string[]) => number;
  readonly mistakes: readonly { readonly line: number; readonly message: string }[];
}

/** Reads a file whose name ends with .json, .yml or .yaml. JSON is YAML too, but Grafana's reader is stricter. */
export function parseFile(path: string, text: string): ParsedFile {
  if (path.endsWith(".json")) {
    const mistake = jsonMistake(text);
    if (mistake !== undefined)
      return { data: undefined, lineOf: () => 1, mistakes: [{ line: 1, message: mistake }] };
    return { data: JSON.parse(text), lineOf: linesOf(text), mistakes: [] };
  }
  return parseYaml(text);
}

/** Reads a file. */
export type ParseFile = typeof parseFile;

/** Reads the text of each path once, whoever asks for it. */
export function parsedOnce(): ParseFile {
  const read = new Map<string, { readonly text: string; readonly file: ParsedFile }>();
  return (path, text) => {
    const before = read.get(path);
    if (before?.text === text) return before.file;
    const file = parseFile(path, text);
    read.set(path, { text, file });
    return file;
  };
}

function jsonMistake(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function parseYaml(text: string): ParsedFile {
  const { document, lines } = documentOf(text);
  const mistakes = document.errors.map(({ message, pos }) => ({ line: lines.linePos(pos[0]).line, message }));
  return { data: mistakes.length > 0 ? undefined : document.toJS(), lineOf: linesOf(text), mistakes };
}

function documentOf(text: string) {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines };
}

/** The lines are asked for only when something is wrong: until then nobody keeps a tree that is many times as large as its text. */
function linesOf(text: string): ParsedFile["lineOf"] {
  let read: ReturnType<typeof documentOf> | undefined;
  return (path) => {
    const { document, lines } = (read ??= documentOf(text));
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length).map(keyOf), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
}

/** An index of a list is a number for the reader. */
function keyOf(key: string): string | number {
  return /^\d+$/.test(key) ? Number(key) : key;
}
