/**
 * Prints plain data as JSON: two spaces, keys in the order given, a final line break.
 *
 * Values that are undefined are dropped, in lists too.
 * @throws RangeError for NaN and the infinities, which JSON would turn into null without a word
 */
export function printJson(value: unknown): string {
  return `${JSON.stringify(value, jsonValue, 2)}\n`;
}

/** So wide is a line of `printFilledJson`: what a reader of a diff sees without scrolling. */
const width = 120;

/** The same, but what fits into a line stands in one: for long lists of small things. */
export function printFilledJson(value: unknown): string {
  const plain: unknown = JSON.parse(printJson(value));
  return `${filled(plain, 0, 0)}\n`;
}

/** @param before how much else stands on its first line */
function filled(value: unknown, indent: number, before: number): string {
  const flat = flatJson(value);
  if (typeof value !== "object" || value === null || indent + before + flat.length <= width) return flat;
  const blanks = " ".repeat(indent + 2);
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((item: unknown) => filled(item, indent + 2, 1))
    : Object.entries(value).map(([key, item]) => {
        const name = `${JSON.stringify(key)}: `;
        return name + filled(item, indent + 2, name.length + 1);
      });
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  return `${open}\n${parts.map((part) => blanks + part).join(",\n")}\n${" ".repeat(indent)}${close}`;
}

function flatJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flatJson).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${flatJson(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function jsonValue(key: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError(`"${key}" is ${value}, which JSON cannot hold`);
  }
  return withoutUndefined(value);
}

/**
 * For the printers' `replacer`: drops what is undefined from lists too, where the printers would write null.
 *
 * Maps lose their undefined values in the printers themselves.
 */
export function withoutUndefined(value: unknown): unknown {
  return Array.isArray(value) ? value.filter((item) => item !== undefined) : value;
}
