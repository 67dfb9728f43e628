import type { WrittenFile } from "./written-files.ts";

/** What is to be written, and what to say of it. */
export interface Planned {
  readonly files: readonly WrittenFile[];
  readonly notes: readonly string[];
}
