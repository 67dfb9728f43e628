import { isNode, LineCounter, parseAllDocuments, type Document } from "yaml";

/** A file as it was read from a folder. */
export interface PlainFile {
  /** From that folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A document of a file. */
export interface PlainDocument {
  readonly path: string;
  readonly data: unknown;
  /** The line of the value at this path of keys. */
  readonly lineOf: (...keys: readonly (string | number)[]) => number;
}

/** The documents of a file, or why it is not read: a template of YAML is not YAML yet. */
export function documentsOf({
  path,
  text,
}: PlainFile): readonly PlainDocument[] | { readonly unread: string } {
  if (path.endsWith(".json")) return jsonDocument({ path, text });
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false });
  const documents: readonly Document[] = Array.isArray(parsed) ? parsed : [];
  const mistake = documents.flatMap(({ errors }) => errors)[0];
  if (mistake) return { unread: `${path}:${lines.linePos(mistake.pos[0]).line}: ${mistake.message}` };
  return documents.map((document) => ({
    path,
    data: document.toJS(),
    lineOf: (...keys) => {
      const node = document.getIn(keys, true);
      return isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
    },
  }));
}

function jsonDocument({ path, text }: PlainFile): readonly PlainDocument[] | { readonly unread: string } {
  try {
    return [{ path, data: JSON.parse(text), lineOf: () => 1 }];
  } catch (error) {
    return { unread: `${path}: ${error instanceof Error ? error.message : String(error)}` };
  }
}
