import type { Place } from "../../language/place.ts";
import type { Model } from "../../model/model.ts";
import type { Schema } from "../../schema.ts";
import type { AlertsValidator, MessagesValidator, ProgramValidator } from "./program.ts";
import type { FileFinding, Mistake } from "./finding.ts";
import type { FileFindings, OwnSubject, Scope, ValidationSubject } from "./subject.ts";

/** Compares files with a strict schema, because their own program accepts too much. */
export interface SchemaValidator extends Scope {
  readonly by: "schema";
  readonly schema: (model: Model) => Schema;
  /**
   * Texts of files of this kind that can be read but do not fit the schema. Each must be refused before anything else is believed of the
   * library: one that accepts everything would make every file green.
   */
  readonly mustRefuse: readonly [string, ...string[]];
  /** The definition that a part of the file comes from, where there is one. */
  readonly placeOf: (
    path: readonly string[],
    file: ReadFile,
    subject: ValidationSubject,
  ) => Place | undefined;
  /** What a schema cannot say; asked only of files that fit theirs. */
  readonly mistakes?: (file: ReadFile, subject: ValidationSubject) => readonly Mistake[];
  /** Code in the file that must be JavaScript; asked only of files that fit their schema. */
  readonly scripts?: (file: ReadFile) => readonly Script[];
}

/** A file that was parsed. */
export interface ReadFile {
  /** Path under out/. */
  readonly path: string;
  readonly data: unknown;
}

/** JavaScript in a file. */
export interface Script {
  /** Keys and indices from the root of the file. */
  readonly path: readonly string[];
  readonly source: string;
}

/** Needs nothing but the files themselves. */
export interface OwnValidator extends Scope {
  readonly by: "signalbox";
  readonly validate: (subject: OwnSubject) => FileFindings;
}

/** A linter for Docker Compose files. */
export interface ComposeLintValidator extends Scope {
  readonly by: "dclint";
  /** The text of a compose file in which the linter must find something before anything else that it says is believed. */
  readonly mustRefuse: string;
  readonly findings: (
    messages: readonly LintMessage[],
    path: string,
    subject: ValidationSubject,
  ) => readonly FileFinding[];
}

export interface LintMessage {
  readonly line: number;
  readonly message: string;
  readonly rule: string;
}

/** How a part of out/ is validated. All of it is pure: programs are started, and libraries loaded, by scripts/validate. */
export type Validator =
  | ProgramValidator
  | AlertsValidator
  | MessagesValidator
  | SchemaValidator
  | OwnValidator
  | ComposeLintValidator;
