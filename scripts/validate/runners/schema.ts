import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { Script as JavaScript } from "node:vm";
import type { Schema } from "../../../generators/schema.ts";
import type { FileFinding, Mistake } from "../../../generators/targets/validation/finding.ts";
import { parseFile } from "../../../generators/targets/validation/parse-file.ts";
import {
  counted,
  type FileFindings,
  type OwnSubject,
} from "../../../generators/targets/validation/subject.ts";
import type { ReadFile, SchemaValidator, Script } from "../../../generators/targets/validation/validator.ts";

/** Compares the files with the schema, and those that fit it with what a schema cannot say. */
export function compareWithSchema(validator: SchemaValidator, subject: OwnSubject): FileFindings {
  const { paths, files, model } = subject;
  const { placeOf } = validator;
  const check = schemaChecker(validator.schema(model));
  const findings = paths.flatMap((path): FileFinding[] => {
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

/** A function that lists all mistakes that a schema finds in some data. A mistake in the schema itself throws. */
export function schemaChecker(schema: Schema): (data: unknown) => Mistake[] {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    strictTypes: true,
    // The key that tells which schema is meant is declared within those, and not beside them.
    strictRequired: false,
    allowUnionTypes: true,
    discriminator: true,
    // A schema sees a few files: what faster code would save, it costs ten times over to make.
    inlineRefs: false,
    code: { optimize: false },
  });
  const validate: ValidateFunction = ajv.compile(schema);
  return (data) => {
    validate(data);
    // What fails inside of a condition's branch is reported by itself.
    const own = (validate.errors ?? []).filter(({ keyword }) => keyword !== "if");
    return own.map((error) => ({ path: pathOf(error), message: messageOf(error, data) }));
  };
}

/** A JSON pointer, which writes / as ~1 and ~ as ~0. */
function pathOf({ instancePath }: ErrorObject): string[] {
  return instancePath
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function messageOf(error: ErrorObject, data: unknown): string {
  const where = readablePath(pathOf(error), data);
  const { keyword, params, message = "is wrong" } = error;
  if (keyword === "additionalProperties")
    return `${where} has the unknown key "${params["additionalProperty"]}"`;
  if (keyword === "required") return `${where} lacks the key "${params["missingProperty"]}"`;
  if (keyword === "enum") return `${where} must be ${listed(params["allowedValues"])}`;
  if (keyword === "discriminator") return `${where} has an unknown ${params["tag"]}: "${params["tagValue"]}"`;
  if (keyword === "type") return `${where} must be of type ${listed([params["type"]].flat())}`;
  return `${where} ${message}`;
}

function listed(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(" or ");
}

/** `modules.shop.metrics[2].valuetype`; a key with dots, as Filebeat has them, is written as it is. */
function readablePath(path: readonly string[], data: unknown): string {
  let value = data;
  let written = "";
  for (const key of path) {
    const isList = Array.isArray(value);
    written += isList ? `[${key}]` : /^[\w.-]+$/.test(key) ? `.${key}` : `["${key}"]`;
    value = isObject(value) ? Reflect.get(value, key) : undefined;
  }
  return written === "" ? "the file" : written.replace(/^\./, "");
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
