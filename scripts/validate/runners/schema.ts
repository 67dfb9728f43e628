import { Script as JavaScript } from "node:vm";
import type { FileFinding, Mistake } from "../../../generators/targets/validation/finding.ts";
import { parseFile } from "../../../generators/targets/validation/parse-file.ts";
import {
  counted,
  type FileFindings,
  type OwnSubject,
} from "../../../generators/targets/validation/subject.ts";
import { engine } from "../../engine.ts";
import { contentKey } from "../../kept/content-key.ts";
import { engineIdentity } from "../../kept/engine-identity.ts";
import type { Shelf } from "../../kept/shelf.ts";
import { readablePath } from "./readable-path.ts";
import { disbelieved, type Disbelief } from "./refuses-wrong-files.ts";
import type { ReadFile, SchemaValidator, Script } from "../../../generators/targets/validation/validator.ts";

/** Compares the files with the schema, and those that fit it with what a schema cannot say. */
export async function compareWithSchema(
  validator: SchemaValidator,
  subject: OwnSubject,
  sound: Shelf<true>,
): Promise<FileFindings> {
  const { paths, files, parse = parseFile } = subject;
  const { placeOf } = validator;
  const [first = ""] = paths;
  const disbelief = readsAnything(first);
  const shapeOf = disbelief ?? (await shapeCheck(validator, subject, sound));
  if (typeof shapeOf !== "function") return { checked: "nothing", findings: [{ path: first, ...shapeOf }] };
  const findings = paths.flatMap((path): FileFinding[] => {
    const parsed = parse(path, files[path] ?? "");
    if (parsed.mistakes.length > 0) return parsed.mistakes.map((mistake) => ({ path, ...mistake }));
    const file = { path, data: parsed.data };
    const misshapen = shapeOf(path, parsed.data);
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

/** In YAML and in JSON a list that does not end. */
const unreadable = '{ "wrong": [';

/** What is wrong with the reader of a file, where it takes what nobody can read. */
function readsAnything(path: string): Disbelief | undefined {
  const { mistakes } = parseFile(path, unreadable);
  return mistakes.length > 0 ? undefined : disbelieved("yaml", engine.versionOf("yaml"));
}

/** Lists what a schema has against a file. What fits is kept, and where all is known to fit, the library is not even loaded. */
async function shapeCheck(
  validator: Pick<SchemaValidator, "schema" | "mustRefuse">,
  { paths, files, model }: Pick<OwnSubject, "paths" | "files" | "model">,
  sound: Shelf<true>,
): Promise<((path: string, data: unknown) => readonly Mistake[]) | Disbelief> {
  const schema = validator.schema(model);
  const rules = JSON.stringify(schema);
  const keyOf = (path: string) =>
    contentKey(engineIdentity(), "ajv", engine.versionOf("ajv"), rules, path, files[path] ?? "");
  if (paths.every((path) => sound.get(keyOf(path)))) return () => [];
  const { schemaChecker } = await import("./schema-checker.ts");
  const check = schemaChecker(schema);
  const [first = ""] = paths;
  // What all of them are read by reads these too.
  if (validator.mustRefuse.some((text) => check(parseFile(first, text).data).length === 0))
    return disbelieved("ajv", engine.versionOf("ajv"));
  return (path, data) => {
    const mistakes = sound.get(keyOf(path)) ? [] : check(data);
    if (mistakes.length === 0) sound.put(keyOf(path), true);
    return mistakes;
  };
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
