import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import type { Schema } from "../../generators/targets/schema.ts";

/** Something in a file that its schema refuses. */
export interface SchemaComplaint {
  /** Keys and indices from the root of the file to what is wrong. */
  readonly path: readonly string[];
  readonly message: string;
}

/** A function that lists all that a schema has against some data. A mistake in the schema itself throws. */
export function schemaChecker(schema: Schema): (data: unknown) => SchemaComplaint[] {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    strictTypes: true,
    // The key that tells which schema is meant is declared within those, and not beside them.
    strictRequired: false,
    allowUnionTypes: true,
    discriminator: true,
    // A schema judges a few files: what faster code would save, it costs ten times over to make.
    inlineRefs: false,
    code: { optimize: false },
  });
  const validate: ValidateFunction = ajv.compile(schema);
  return (data) => {
    validate(data);
    // What fails inside of a condition's branch is told by itself.
    const told = (validate.errors ?? []).filter(({ keyword }) => keyword !== "if");
    return told.map((error) => ({ path: pathOf(error), message: messageOf(error, data) }));
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

/** `modules.shop.metrics[2].valuetype`; a key with dots, as Filebeat has them, is written as it stands. */
export function readablePath(path: readonly string[], data: unknown): string {
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
