import type { Place } from "../language/place.ts";

/** Order of two texts by code unit: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Order of two definitions as a reader of the files meets them. */
export function comparePlace(a: { readonly place: Place }, b: { readonly place: Place }): number {
  return compareText(a.place.file, b.place.file) || a.place.line - b.place.line;
}

/** The values of a module's exports in the order of its lines: JavaScript itself gives them sorted by name. */
export function inOrder<T extends { readonly place: Place }>(
  exports: Readonly<Record<string, T>> | undefined,
): T[] {
  return Object.values(exports ?? {}).sort(comparePlace);
}
