import type { JsonValue } from "../../language/panel-json.ts";

/** What was read of JSON or YAML as data with a type; what neither has becomes nothing. */
export function jsonValue(value: unknown): JsonValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(jsonValue);
  if (typeof value !== "object" || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, jsonValue(part)]));
}
