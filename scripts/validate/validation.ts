import type { Problem } from "../../generators/problem.ts";
import { engine } from "../engine.ts";
import type { MissingTool } from "../tools/find-tool.ts";

/** What a validator found. */
export interface Result {
  /** What was looked at, counted: `36 alerts`. */
  readonly checked: string;
  /** None: all is well. */
  readonly problems: readonly Problem[];
}

/** A line of the table: what was validated, by what, and the result. */
export interface Validation {
  readonly what: string;
  /** With its version: `promtool 3.5.3`. */
  readonly by: string;
  /** A validator whose tool is missing has no result. */
  readonly result: Result | { readonly missing: MissingTool };
}

/** What validates without a program of its own; `signalbox` is the engine itself. */
export type Library = "ajv" | "dclint" | "signalbox";

/** A result of signalbox itself, or of a library. */
export function libraryValidation(what: string, library: Library, result: Result): Validation {
  return { what, by: `${library} ${engine.versionOf(library)}`, result };
}
