import { parseFile } from "../../generators/targets/validation/parse-file.ts";
import type { Finding, Mistake } from "../../generators/targets/validation/finding.ts";
import { Script as JavaScript } from "node:vm";
import { counted, type LibraryJudge } from "./judge.ts";
import { readablePath, schemaChecker } from "./schema-complaints.ts";
import type {
  Findings,
  OwnSubject,
  ReadFile,
  SchemaValidator,
  Script,
} from "../../generators/targets/validation/validator.ts";
import { asJudge } from "./as-judge.ts";

export type { Mistake };
export type JudgedFile = ReadFile;

/** What a strict schema, and what is checked beside it, has against the files. */
export function schemaFindings(validator: SchemaValidator, subject: OwnSubject): Findings {
  const { paths, files, model } = subject;
  const { placeOf } = validator;
  const check = schemaChecker(validator.schema(model));
  const findings = paths.flatMap((path): Finding[] => {
    const parsed = parseFile(path, files[path] ?? "");
    if (parsed.mistakes.length > 0) return parsed.mistakes.map((mistake) => ({ path, ...mistake }));
    const file = { path, data: parsed.data };
    const misshapen = check(parsed.data);
    const found: readonly Mistake[] =
      misshapen.length > 0 ? misshapen : withPath(furtherMistakes(validator, file, subject), file);
    return found.map((mistake) => ({
      path,
      line: parsed.lineOf(mistake.path),
      place: mistake.place ?? placeOf(mistake.path, file, subject),
      message: mistake.message,
    }));
  });
  return { checked: counted(paths.length, "file"), findings };
}

function furtherMistakes(validator: SchemaValidator, file: ReadFile, subject: OwnSubject): Mistake[] {
  const { mistakes = () => [], scripts = () => [] } = validator;
  return [...mistakes(file, subject), ...scripts(file).flatMap((script) => scriptMistake(script) ?? [])];
}

function scriptMistake({ path, source }: Script): Mistake | undefined {
  try {
    new JavaScript(source);
    return undefined;
  } catch (error) {
    return { path, message: `is not JavaScript: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** With the path before the message, unless it is about the file as a whole. */
function withPath(mistakes: readonly Mistake[], { data }: ReadFile): Mistake[] {
  return mistakes.map((mistake) => {
    const where = mistake.path.length === 0 ? "" : `${readablePath(mistake.path, data)} `;
    return { ...mistake, message: `${where}${mistake.message}` };
  });
}

export function schemaJudge(
  options: Omit<SchemaValidator, "by" | "covers"> & Pick<LibraryJudge, "isAbout">,
): LibraryJudge {
  const { isAbout, ...rest } = options;
  const judge = asJudge({ ...rest, covers: isAbout, by: "schema" });
  if (!("library" in judge)) throw new Error("a schema needs a library");
  return judge;
}
