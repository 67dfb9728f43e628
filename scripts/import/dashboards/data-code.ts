import type { JsonValue } from "../../../generators/language/panel-json.ts";
import { type Code, type Item, keyOf, list, object, text } from "../../code/code.ts";

type Entry = Item & { readonly key: string };

/** Data as it is written into a file. */
export function dataCode(value: JsonValue): Code {
  if (typeof value === "string") return text(value);
  if (typeof value !== "object" || value === null) return String(value);
  return isList(value) ? list(value.map(dataCode)) : object("", entriesCode(value));
}

/** The options of a word, each of them data. */
export function entriesCode(options: { readonly [key: string]: JsonValue | undefined }): Entry[] {
  return Object.entries(options).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key: keyOf(key), value: dataCode(value) }],
  );
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}
