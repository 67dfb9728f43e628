/**
 * Prints plain data as JSON: two spaces, keys in the order given, a final line break.
 *
 * Values that are undefined are dropped, in lists too.
 * @throws RangeError for NaN and the infinities, which JSON would turn into null without a word
 */
export function printJson(value: unknown): string {
  return `${JSON.stringify(value, jsonValue, 2)}\n`;
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
