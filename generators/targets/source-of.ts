import type { Place } from "../language/place.ts";

/** Where every definition is; also the source of a file for which nothing was defined. */
const allDefinitions = "definitions/";

/**
 * What the header of a generated file names as its source: the one file that all these definitions stand in, or else the
 * folder that they share, with a slash at its end.
 */
export function sourceOf(definitions: readonly { readonly place: Place }[]): string {
  const files = [...new Set(definitions.map(({ place }) => place.file))];
  const [first, ...others] = files;
  if (first === undefined) return allDefinitions;
  if (others.length === 0) return first;
  const folder = others.map(foldersOf).reduce(sharedStart, foldersOf(first));
  return folder.length === 0 ? allDefinitions : `${folder.join("/")}/`;
}

function foldersOf(file: string): readonly string[] {
  return file.split("/").slice(0, -1);
}

function sharedStart(a: readonly string[], b: readonly string[]): readonly string[] {
  const end = a.findIndex((folder, index) => folder !== b[index]);
  return end === -1 ? a : a.slice(0, end);
}
