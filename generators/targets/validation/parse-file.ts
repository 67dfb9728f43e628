import { isNode, LineCounter, parseDocument } from "yaml";

/** A YAML or JSON file that was read: its data with the lines of its parts, or what keeps it from being read. */
export interface ParsedFile {
  readonly data: unknown;
  /** The line, counted from 1, of what stands under this path; that of the nearest part above where nothing does. */
  readonly lineOf: (path: readonly string[]) => number;
  readonly mistakes: readonly { readonly line: number; readonly message: string }[];
}

/** Reads a file whose name ends with .json, .yml or .yaml. JSON is YAML too, but Grafana's reader is stricter. */
export function parseFile(path: string, text: string): ParsedFile {
  if (path.endsWith(".json")) {
    const mistake = jsonMistake(text);
    if (mistake !== undefined)
      return { data: undefined, lineOf: () => 1, mistakes: [{ line: 1, message: mistake }] };
    // The lines are asked for only when something is wrong, and reading YAML takes its time.
    return { data: JSON.parse(text), lineOf: (keys) => parseYaml(text).lineOf(keys), mistakes: [] };
  }
  return parseYaml(text);
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
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const mistakes = document.errors.map(({ message, pos }) => ({ line: lines.linePos(pos[0]).line, message }));
  const lineOf = (path: readonly string[]): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length).map(keyOf), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  return { data: mistakes.length > 0 ? undefined : document.toJS(), lineOf, mistakes };
}

/** An index of a list is a number for the reader. */
function keyOf(key: string): string | number {
  return /^\d+$/.test(key) ? Number(key) : key;
}
