import type { Model } from "../../model/model.ts";
import type { Files } from "../../output.ts";
import type { FileFinding } from "./finding.ts";
import type { ParseFile } from "./parse-file.ts";

/** What is validated: the files of out/ as they are on disk, and what they were generated from. */
export interface ValidationSubject {
  readonly model: Model;
  /** Absolute path of out/. */
  readonly outFolder: string;
  /** Path under out/, with `/`, to the text of the file. */
  readonly files: Files;
  /** The paths of files that are not what the definitions say: somebody edited them, or has not built. Left out: none. */
  readonly stale?: ReadonlySet<string>;
  /** Looks at parts of what is validated, unless they are known to be in order. Left out: nothing is known. */
  readonly sound?: Sound;
  /** Works something out, unless it is known from before. Left out: nothing is known. */
  readonly reading?: Reading;
  /** Reads a file of out/ that another validator may have read. Left out: each reads for itself. */
  readonly parse?: ParseFile;
  /** Only this rule is validated. Left out: all. */
  readonly only?: string;
}

/**
 * What is found in a part of what is validated; it is not looked at again where nothing was found in the same texts before.
 *
 * @param texts everything that decides whether something is found, and what is looked for
 */
export type Sound = (texts: readonly string[], look: () => readonly FileFinding[]) => readonly FileFinding[];

/**
 * What is read in texts that take long to read, as a text; the same texts are not read again.
 *
 * @param texts everything that decides what is read, and what is looked for
 */
export type Reading = (texts: readonly string[], read: () => string) => string;

/** Reads everything. */
export const readAlways: Reading = (_texts, read) => read();

/** Looks at everything. */
export const lookAlways: Sound = (_texts, look) => look();

/** The subject of one validator. */
export interface OwnSubject extends ValidationSubject {
  /** The paths that the validator covers, sorted; at least one. */
  readonly paths: readonly string[];
}

/** What a validator says of each of its own files. */
export interface FileFindings {
  /** What was looked at, counted: `36 alerts`. */
  readonly checked: string;
  /** None: all is well. */
  readonly findings: readonly FileFinding[];
}

export interface Scope {
  /** Appears after each of its problems; unique. */
  readonly id: string;
  /** What it validates, as the table says it: `alert routing`. */
  readonly what: string;
  /** Whether it looks at this path under out/. */
  readonly covers: (path: string) => boolean;
}

/** `1 file`, `2 files` */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
