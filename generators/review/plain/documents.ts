import { isNode, LineCounter, parseAllDocuments, type Document } from "yaml";
import { dataAt } from "../../targets/validation/untyped-data.ts";

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
  /** What stands in a comment above the value at this path of keys, without its signs. */
  readonly commentOf: (...keys: readonly (string | number)[]) => string | undefined;
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
    commentOf: (...keys) => commentAbove(document, keys),
  }));
}

/** The comment above the first item of a list belongs to the list, for the reader of YAML. */
function commentAbove(document: Document, keys: readonly (string | number)[]): string | undefined {
  const above = keys.at(-1) === 0 ? [document.getIn(keys.slice(0, -1), true)] : [];
  for (const node of [document.getIn(keys, true), ...above]) {
    if (isNode(node) && node.commentBefore) return node.commentBefore.replace(/^ /gm, "").trim();
  }
  return undefined;
}

/** A list of Kubernetes holds several manifests. */
export function singly(document: PlainDocument): PlainDocument[] {
  const items = dataAt(document.data, "items");
  if (!Array.isArray(items) || dataAt(document.data, "kind") !== "List") return [document];
  return items.map((data, index) => ({
    path: document.path,
    data,
    lineOf: (...keys) => document.lineOf("items", index, ...keys),
    commentOf: (...keys) => document.commentOf("items", index, ...keys),
  }));
}

function jsonDocument({ path, text }: PlainFile): readonly PlainDocument[] | { readonly unread: string } {
  try {
    return [{ path, data: JSON.parse(text), lineOf: () => 1, commentOf: () => undefined }];
  } catch (error) {
    return { unread: `${path}: ${error instanceof Error ? error.message : String(error)}` };
  }
}
