import type { Place } from "../../language/place.ts";
import type { Files } from "../../output.ts";
import type { Problem } from "../../problem.ts";

/** Something that is wrong with a generated file. */
export interface FileFinding {
  /** Path under out/. */
  readonly path: string;
  /** Line of the generated file, where it is known. */
  readonly line?: number | undefined;
  /** The definition that it comes from, where it is known. */
  readonly place?: Place | undefined;
  readonly message: string;
  /** Left out: to correct what the file was generated from. */
  readonly fix?: string;
}

/** Something that is wrong with a part of a file. */
export interface Mistake {
  /** Keys and indices from the root of the file. */
  readonly path: readonly string[];
  /** Goes on after the path, as `is "a", which no data source has`; a whole sentence where the path is empty. */
  readonly message: string;
  readonly place?: Place | undefined;
}

/** Makes problems of a validator's findings: at the author's line where it is known, otherwise at the generated one. */
export function problemsAt(
  validator: string,
  findings: readonly FileFinding[],
  { files, stale = new Set() }: { readonly files: Files; readonly stale?: ReadonlySet<string> },
): Problem[] {
  // Some tools say the same thing twice.
  const different = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...different.values()].map(({ path, line, place, message, fix }) => {
    const generated = `out/${path}${line === undefined ? "" : `:${line}`}`;
    return {
      check: validator,
      place: place ?? { file: `out/${path}`, line: line ?? 1 },
      message: place ? `${generated}: ${message}` : message,
      fix: stale.has(path)
        ? fixOfStale
        : (fix ?? (stale.size > 0 ? fixOfStale : fixOf(place, path, files[path]))),
    };
  });
}

/** While somebody's edits are in out/, what is wrong with it says nothing about the definitions. */
export const fixOfStale = 'run "signalbox build", which writes what the definitions say';

/** The header of a generated file names what it was generated from. */
const header = /Generated from (\S+) by/;

function fixOf(place: Place | undefined, path: string, text = ""): string {
  if (place) return `correct this definition, or the generator of out/${path}`;
  const source = header.exec(text.slice(0, text.indexOf("\n")))?.[1];
  const definition = source === undefined ? "its definition" : `the definition in ${source}`;
  return `correct ${definition}, or the generator of this file`;
}
