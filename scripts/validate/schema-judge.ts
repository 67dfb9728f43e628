import type { Place } from "../../generators/language/place.ts";
import { counted, pathsFor, type LibraryJudge } from "./judge.ts";
import { parseFile, type ParsedFile } from "./parse-file.ts";
import { problemsAt, type Complaint } from "./problem-at.ts";
import { readablePath, schemaChecker, type SchemaComplaint } from "./schema-complaints.ts";
import type { Schema } from "../../generators/targets/schema-parts.ts";
import type { Subject } from "./subject.ts";

/** What is wrong with a file's meaning, which a schema cannot say. */
export interface Mistake {
  /** Keys and indices from the root of the file. */
  readonly path: readonly string[];
  readonly message: string;
  readonly place?: Place | undefined;
}

export interface SchemaJudgeOptions extends Pick<LibraryJudge, "id" | "what" | "isAbout"> {
  readonly schema: (subject: Subject) => Schema;
  /** The definition that a part of the file comes from, where there is one. */
  readonly placeOf: (path: readonly string[], file: JudgedFile, subject: Subject) => Place | undefined;
  /** What a schema cannot say; asked only of files whose shape is right. */
  readonly mistakes?: (file: JudgedFile, subject: Subject) => readonly Mistake[];
}

/** A file that was read. */
export interface JudgedFile {
  /** Path under out/. */
  readonly path: string;
  readonly data: unknown;
}

/** A judge that holds files against a strict schema, because their own program takes too much. */
export function schemaJudge({
  schema,
  placeOf,
  mistakes = () => [],
  ...duty
}: SchemaJudgeOptions): LibraryJudge {
  return {
    ...duty,
    library: "ajv",
    async judge(subject) {
      const paths = pathsFor(duty, subject);
      const check = schemaChecker(schema(subject));
      const complaints = paths.flatMap((path) => {
        const parsed = parseFile(path, subject.files[path] ?? "");
        if (parsed.mistakes.length > 0) return parsed.mistakes.map((mistake) => ({ path, ...mistake }));
        const file = { path, data: parsed.data };
        const misshapen = check(parsed.data);
        const found: readonly Mistake[] =
          misshapen.length > 0 ? misshapen : told(mistakes(file, subject), file);
        return found.map((mistake) =>
          complaint(mistake, path, parsed, mistake.place ?? placeOf(mistake.path, file, subject)),
        );
      });
      return {
        judged: counted(paths.length, "file"),
        problems: problemsAt(duty.id, complaints, subject.files),
      };
    },
  };
}

/** With the path before the message, unless it is about the file as a whole. */
function told(mistakes: readonly Mistake[], { data }: JudgedFile): Mistake[] {
  return mistakes.map((mistake) => {
    const where = mistake.path.length === 0 ? "" : `${readablePath(mistake.path, data)} `;
    return { ...mistake, message: `${where}${mistake.message}` };
  });
}

function complaint(
  { path: keys, message }: SchemaComplaint,
  path: string,
  { lineOf }: ParsedFile,
  place: Place | undefined,
): Complaint {
  return { path, line: lineOf(keys), place, message };
}
