import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import type { Schema } from "../../../generators/schema.ts";
import type { Mistake } from "../../../generators/targets/validation/finding.ts";
import { readablePath } from "./readable-path.ts";

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
