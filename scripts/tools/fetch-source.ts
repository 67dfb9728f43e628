import type { FetchWatch } from "./fetch-watch.ts";
import type { FetchOrigin, ToolName } from "./tool.ts";

/** A program in a fetched folder; paths are relative to that folder. */
export type FetchedProgram = {
  readonly name: ToolName;
  readonly path: string;
  readonly defaultTemplates?: string;
};

export type Fetched =
  | {
      readonly ok: true;
      /** What was fetched: the name of the release, the package or the module. */
      readonly bundle: string;
      readonly programs: readonly FetchedProgram[];
    }
  | { readonly ok: false; readonly reason: string };

/** A place that tools are fetched from. */
export type FetchSource = {
  readonly origin: FetchOrigin;
  /** Whether it can have the tool at all; left out: any. */
  readonly has?: (name: ToolName) => boolean;
  /** Puts the tool, and what comes with it, into an empty folder. A failure is a reason, not an error; so is one older than `minimum`. */
  readonly fetch: (name: ToolName, folder: string, watch: FetchWatch, minimum?: string) => Promise<Fetched>;
};
