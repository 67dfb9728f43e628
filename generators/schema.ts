/** A JSON Schema (draft-07), as plain data. */
export type Schema = Readonly<Record<string, unknown>>;
type Properties = Readonly<Record<string, Schema>>;

/** An object with these keys and no others: what the program would ignore without a word is refused. */
export function closed(required: Properties, optional: Properties = {}): Schema {
  return {
    type: "object",
    required: Object.keys(required),
    properties: { ...required, ...optional },
    additionalProperties: false,
  };
}

/** An object whose keys are names that authors choose. */
export function named(values: Schema, names: Schema = text): Schema {
  return { type: "object", propertyNames: names, additionalProperties: values };
}

export function listOf(items: Schema, limits: { minItems?: number; maxItems?: number } = {}): Schema {
  return { type: "array", items, ...limits };
}

/** A list of different things, at least one. */
export function setOf(items: Schema): Schema {
  return { type: "array", items, minItems: 1, uniqueItems: true };
}

/** One key of these and no other: how Filebeat names what an item of a list is. */
export function oneKeyOf(properties: Properties): Schema {
  return { ...closed({}, properties), minProperties: 1, maxProperties: 1 };
}

/** The first schema where this key has this value, otherwise the second: mistakes are those of the one that is meant. */
export function when(key: string, value: string | number, then: Schema, otherwise: Schema): Schema {
  const condition = { type: "object", properties: { [key]: { const: value } }, required: [key] };
  return { if: condition, then, else: otherwise };
}

export function oneOf(...values: readonly (string | number | boolean)[]): Schema {
  return { enum: values };
}

export function matching(pattern: string): Schema {
  return { type: "string", pattern };
}

export const text: Schema = { type: "string", minLength: 1 };
/** A text that may say nothing. */
export const anyText: Schema = { type: "string" };
export const flag: Schema = { type: "boolean" };
export const number: Schema = { type: "number" };
export const count: Schema = { type: "integer", minimum: 0 };
export const nothing: Schema = { type: "null" };
export const port: Schema = { type: "integer", minimum: 1, maximum: 65535 };
export const httpUrl: Schema = matching("^https?://[^/\\s]+");
export const absolutePath: Schema = matching("^/");
/** Go's durations, whose units Prometheus' exporters and Filebeat share. */
export const goDuration: Schema = matching("^(?:\\d+(?:\\.\\d+)?(?:ms|s|m|h))+$");
/** Elasticsearch's durations. */
export const elasticDuration: Schema = matching("^\\d+(?:ms|s|m|h|d)$");
export const httpStatusCodes: Schema = setOf({ type: "integer", minimum: 100, maximum: 599 });
/** A secret is a file in a container; a relative path would mean the folder that the program was started in. */
export const bearerToken: Schema = closed({ credentials_file: absolutePath }, { type: oneOf("Bearer") });
