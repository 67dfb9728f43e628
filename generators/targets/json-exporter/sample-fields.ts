import { dataAt, entriesAt } from "../validation/untyped-data.ts";

/** The keys from the root of an answer to one of its fields. */
export type FieldKeys = readonly string[];

/** Every field of an answer: what is neither an object nor within a list. */
export function fieldsOfSample(sample: unknown, before: FieldKeys = []): FieldKeys[] {
  const isObject = typeof sample === "object" && sample !== null && !Array.isArray(sample);
  return isObject
    ? entriesAt(sample).flatMap(([key, value]) => fieldsOfSample(value, [...before, key]))
    : [before];
}

/** The fields of the objects of a list in an answer, each once. */
export function fieldsOfObjects(list: FieldKeys, sample: unknown): FieldKeys[] {
  const found = list.reduce((value, key) => dataAt(value, key), sample);
  const objects: readonly unknown[] = Array.isArray(found) ? found : [];
  const fields = objects.flatMap((object) => fieldsOfSample(object));
  return [...new Map(fields.map((field) => [JSON.stringify(field), field])).values()];
}

/** Those of some fields that these keys lead to. */
export function fieldsAt(keys: FieldKeys | undefined, fields: readonly FieldKeys[]): FieldKeys[] {
  return fields.filter((field) => JSON.stringify(field) === JSON.stringify(keys));
}

/** The fields that a JSONPath of the exporter finds in the sample: `{.engine.cpu\.load}`; none where it finds nothing. */
export function fieldsReadBy(path: string, sample: unknown): FieldKeys[] {
  const [, list] = /^(\{.*)\[\*\]\}$/s.exec(path) ?? [];
  return fieldsAt(keysOf(list === undefined ? path : `${list}}`), fieldsOfSample(sample));
}

/** The fields that a JSONPath finds in the objects of a list. */
export function fieldsReadOfObjects(path: string, list: FieldKeys, sample: unknown): FieldKeys[] {
  return fieldsAt(keysOf(path), fieldsOfObjects(list, sample));
}

/** The exporter ends a key at a dot, unless a backslash stands before it. Undefined: it is no path to a single field. */
function keysOf(path: string): FieldKeys | undefined {
  const [, inner] = /^\{((?:\.(?:\\[^]|[^.\\{}])+)+)\}$/s.exec(path) ?? [];
  const keys = inner?.match(/\.(?:\\[^]|[^.\\])+/gs) ?? undefined;
  return keys?.map((key) => key.slice(1).replace(/\\([^])/g, "$1"));
}
