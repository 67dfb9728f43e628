import { isNode, isScalar, LineCounter, parseAllDocuments, type Document } from "yaml";
import type { Place } from "../../language/place.ts";
import { dataAt, entriesAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { UnreadPart } from "./input-dashboard.ts";

/** A file, with its path as messages name it. */
export interface DashboardText {
  readonly path: string;
  readonly text: string;
}

/** Data that may be a dashboard, and where its parts stand. */
export interface DashboardDocument {
  readonly data: unknown;
  readonly placeOf: (keys: Keys) => Place;
}

export type Keys = readonly (string | number)[];

/**
 * What in a file may be a dashboard: the whole file, JSON or YAML; what an API answered, below `dashboard`; each item of a list; and each
 * text that ends with `.json` in a ConfigMap, as provisioning has them.
 */
export function dashboardDocuments({ path, text }: DashboardText): (DashboardDocument | UnreadPart)[] {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
    // JSON may have a key twice, and the last one counts.
    uniqueKeys: false,
  });
  const documents: readonly Document[] = Array.isArray(parsed) ? parsed : [];
  return documents.flatMap((document): (DashboardDocument | UnreadPart)[] => {
    const [mistake] = document.errors;
    if (mistake) {
      const place = { file: path, line: lines.linePos(mistake.pos[0]).line };
      return [{ place, message: `this is neither JSON nor YAML: ${mistake.message}` }];
    }
    const placeOf = (keys: Keys): Place => ({ file: path, line: lineIn(document, keys, lines) });
    return inside({ data: document.toJS(), placeOf }, document);
  });
}

/** The line of the part at these keys; where there is none, that of the nearest part above. */
function lineIn(document: Document, keys: Keys, lines: LineCounter): number {
  for (let length = keys.length; length >= 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function inside(whole: DashboardDocument, document: Document): (DashboardDocument | UnreadPart)[] {
  const { data } = whole;
  const kind = textAt(data, "kind") ?? "";
  if (kind === "ConfigMap") return inConfigMap(whole, document, []);
  if (kind.endsWith("List")) {
    return itemsAt(data, "items").flatMap((item, index) =>
      textAt(item, "kind") === "ConfigMap"
        ? inConfigMap(below(whole, ["items", index]), document, ["items", index])
        : [below(whole, ["items", index])],
    );
  }
  return dataAt(data, "dashboard") === undefined ? [whole] : [below(whole, ["dashboard"])];
}

function below({ data, placeOf }: DashboardDocument, start: Keys): DashboardDocument {
  return { data: dataAt(data, ...start), placeOf: (keys) => placeOf([...start, ...keys]) };
}

/** Their lines are those of the text, counted from where it begins. */
function inConfigMap(
  map: DashboardDocument,
  document: Document,
  start: Keys,
): (DashboardDocument | UnreadPart)[] {
  return entriesAt(map.data, "data").flatMap(([name, text]) => {
    if (!name.endsWith(".json") || typeof text !== "string") return [];
    const { file, line } = map.placeOf(["data", name]);
    const node = document.getIn([...start, "data", name], true);
    const isBlock = isScalar(node) && node.type === "BLOCK_LITERAL";
    return dashboardDocuments({ path: file, text }).map((one) => moved(one, line, isBlock));
  });
}

/** A block begins below its sign, `|`. What is quoted stands on one line, with `\n` where another begins. */
function moved(
  one: DashboardDocument | UnreadPart,
  start: number,
  isBlock: boolean,
): DashboardDocument | UnreadPart {
  const move = (place: Place): Place => ({ ...place, line: isBlock ? start + place.line : start });
  return "message" in one
    ? { ...one, place: move(one.place) }
    : { ...one, placeOf: (keys) => move(one.placeOf(keys)) };
}
