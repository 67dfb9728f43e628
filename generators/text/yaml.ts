import { headerLine } from "./header.ts";
import { keyInYaml, stringInYaml, fileOfString } from "./yaml-string.ts";

export interface YamlOptions {
  /** Where a reader makes a change, for the header: `definitions/services/x/alerts.ts`. */
  readonly source: string;
}

/**
 * Prints plain data as a YAML file with its header: keys in the order given, undefined dropped, no anchors.
 *
 * Every string comes back as the same string from readers of YAML 1.1 (Go, Python) and of 1.2. A string of several
 * lines is a literal block, so that long PromQL reads as it is written.
 *
 * The library builds a tree of nodes before it prints them, which was an eighth of a build from nothing. The tests hold
 * what is printed here against it.
 * @throws TypeError for what is no plain data, such as a date or a function
 */
export function printYaml(value: unknown, { source }: YamlOptions): string {
  const body = typeof value === "string" ? fileOfString(value) : printed(value, "");
  return `${headerLine("yaml", source)}\n${body}\n`;
}

const step = "  ";
/** What a reader looks through for the colon behind a key; a longer key has a mark of its own. */
const longestKey = 1024;

/** A value without the indentation of its first line, which stands behind a key or a dash. */
function printed(value: unknown, indent: string): string {
  if (value === null) return "null";
  switch (typeof value) {
    case "string":
      return stringInYaml(value, indent);
    case "number":
      return numberInYaml(value);
    case "boolean":
      return String(value);
    case "object":
      return Array.isArray(value) ? printedList(value, indent) : printedMap(value, indent);
    default:
      throw new TypeError(`YAML has nothing for a ${typeof value}`);
  }
}

function printedList(items: readonly unknown[], indent: string): string {
  const lines: string[] = [];
  for (const item of items) if (item !== undefined) lines.push(`- ${printed(item, indent + step)}`);
  return lines.length === 0 ? "[]" : lines.join(`\n${indent}`);
}

function printedMap(map: object, indent: string): string {
  const prototype: unknown = Object.getPrototypeOf(map);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError(`${String(map)} is no plain map`);
  const lines: string[] = [];
  for (const [key, value] of Object.entries(map)) {
    if (value !== undefined) lines.push(printedPair(keyInYaml(key, indent), value, indent));
  }
  return lines.length === 0 ? "{}" : lines.join(`\n${indent}`);
}

function printedPair(key: string, value: unknown, indent: string): string {
  const text = printed(value, indent + step);
  if (key.length > longestKey) return `? ${key}\n${indent}: ${text}`;
  return isBelowItsKey(value, text) ? `${key}:\n${indent}${step}${text}` : `${key}: ${text}`;
}

/** Lists and maps begin on the next line; the empty ones are a pair of brackets. */
function isBelowItsKey(value: unknown, text: string): boolean {
  return typeof value === "object" && value !== null && text !== "[]" && text !== "{}";
}

function numberInYaml(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  // Python takes 1e+21 for a text: its numbers with an exponent have a point.
  return Object.is(value, -0) ? "-0" : String(value).replace(/^(-?\d+)e/, "$1.0e");
}
