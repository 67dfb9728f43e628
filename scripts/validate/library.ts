import { engine } from "../engine.ts";

/** What judges without a program of its own; `signalbox` is the engine itself. */
export type Library = "ajv" | "dclint" | "signalbox";

/** The version that is installed. */
export function libraryVersion(library: Library): string {
  return engine.versionOf(library);
}
