import type { Exported } from "../new/known-project.ts";
import type { ImportedBoards } from "./dashboards/board-outcomes.ts";
import type { WordedRules } from "./worded-rule.ts";

/** A service that is made of imported rules. */
export interface ImportedService {
  readonly name: string;
  readonly title: string;
  /** The folder of its files, from the folder of the project. */
  readonly folder: string;
  /** Where the rules come from, as people call it: `node-rules.yml`. */
  readonly from: string;
  readonly words: WordedRules;
  readonly boards: ImportedBoards;
  /** The severity of the platform for each value of the label. */
  readonly severities: ReadonlyMap<string, Exported>;
  /** Whether it must be said that somebody else named the rules. */
  readonly foreignNames: boolean;
}

/** Where an export of the service stands. */
export interface Handles {
  /** How a file calls a series, and what it must import for that. */
  readonly handleOf: (name: string) => Handle;
}

export interface Handle {
  readonly code: string;
  readonly words: readonly string[];
  readonly exports: readonly Exported[];
}
