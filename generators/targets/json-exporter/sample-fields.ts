import { entriesAt } from "../validation/untyped-data.ts";

/** The keys from the root of an answer to one of its fields. */
export type FieldKeys = readonly string[];

/** Every field of an answer: what is neither an object nor within a list. */
export function fieldsOfSample(sample: unknown, before: FieldKeys = []): FieldKeys[] {
  const isObject = typeof sample === "object" && sample !== null && !Array.isArray(sample);
  return isObject
    ? entriesAt(sample).flatMap(([key, value]) => fieldsOfSample(value, [...before, key]))
    : [before];
}

/** The fields that a JSONPath of the exporter finds in the sample: `{.engine.cpu\.load}`; none where it finds nothing. */
export function fieldsReadBy(path: string, sample: unknown): FieldKeys[] {
  const keys = keysOf(path);
  const found = fieldsOfSample(sample).filter((field) => JSON.stringify(field) === JSON.stringify(keys));
  return keys === undefined ? [] : found;
}

/** The exporter ends a key at a dot, unless a backslash stands before it. Undefined: it is no path to a single field. */
function keysOf(path: string): FieldKeys | undefined {
  const [, inner] = /^\{((?:\.(?:\\[^]|[^.\\{}])+)+)\}$/s.exec(path) ?? [];
  const keys = inner?.match(/\.(?:\\[^]|[^.\\])+/gs) ?? undefined;
  return keys?.map((key) => key.slice(1).replace(/\\([^])/g, "$1"));
}
