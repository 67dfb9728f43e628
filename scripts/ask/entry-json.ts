import type { Entry } from "../../generators/asked/entry.ts";
import { placeOf } from "../json-problems.ts";

/** The cells of the table, by its columns. */
export function listJson(entries: readonly Entry[]): object {
  return entries.map(({ name, row, service, place }) => ({ name, ...row, service, ...placeOf(place) }));
}

/** What the paragraphs say, by their headings. */
export function entryJson(kind: string, { name, service, place, facts }: Entry): object {
  return { kind, name, service, ...placeOf(place), ...facts() };
}
