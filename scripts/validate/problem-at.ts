import type { Place } from "../../generators/language/place.ts";
import type { Files } from "../../generators/output.ts";
import type { Problem } from "../../generators/problem.ts";

/** Something that is wrong with a generated file. */
export interface Complaint {
  /** Path under out/. */
  readonly path: string;
  /** Line of the generated file, where it is known. */
  readonly line?: number | undefined;
  /** Where the definition stands that it comes from, where it is known. */
  readonly place?: Place | undefined;
  readonly message: string;
  /** Left out: to correct what the file was generated from. */
  readonly fix?: string;
}

/** Makes problems of a judge's complaints: at the author's line where it is known, else at the generated one. */
export function problemsAt(check: string, complaints: readonly Complaint[], files: Files): Problem[] {
  // Some tools say the same thing twice.
  const different = new Map(complaints.map((complaint) => [JSON.stringify(complaint), complaint]));
  return [...different.values()].map(({ path, line, place, message, fix }) => {
    const generated = `out/${path}${line === undefined ? "" : `:${line}`}`;
    return {
      check,
      place: place ?? { file: `out/${path}`, line: line ?? 1 },
      message: place ? `${generated}: ${message}` : message,
      fix: fix ?? fixOf(place, path, files[path]),
    };
  });
}

/** The header of a generated file names what it was generated from. */
const header = /Generated from (\S+) by/;

function fixOf(place: Place | undefined, path: string, text = ""): string {
  if (place) return `correct this definition, or the generator of out/${path}`;
  const source = header.exec(text.slice(0, text.indexOf("\n")))?.[1];
  const definition = source === undefined ? "its definition" : `the definition in ${source}`;
  return `correct ${definition}, or the generator of this file`;
}
