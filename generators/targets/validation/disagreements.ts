import type { Place } from "../../language/place.ts";
import type { FileFinding } from "./finding.ts";
import type { ParsedFile } from "./parse-file.ts";
import { isSame } from "./untyped-data.ts";

/** Something that a file says, beside what the definitions say. */
export interface Compared {
  /** For a message: `the scrape interval of job "shop"`. */
  readonly what: string;
  readonly written: unknown;
  readonly meant: unknown;
  /** Keys and indices from the root of the file to where it is written. */
  readonly at: readonly (string | number)[];
  readonly place: Place | undefined;
}

/** What a file says otherwise than the definitions. Nothing that writes it is asked: a wrong generator would agree with itself. */
export function disagreements(
  path: string,
  { lineOf }: ParsedFile,
  compared: readonly Compared[],
): FileFinding[] {
  return compared.flatMap(({ what, written, meant, at, place }) =>
    isSame(written, meant)
      ? []
      : [
          {
            path,
            line: lineOf(at.map(String)),
            place,
            message: `${what} is ${shown(written)}, and the definitions say ${shown(meant)}`,
            fix: "build again; if the difference remains, the generator of this file is wrong: report it",
          },
        ],
  );
}

function shown(value: unknown): string {
  return value === undefined ? "left out" : JSON.stringify(value);
}
