/**
 * For the printers' `replacer`: drops what is undefined from lists too, where the printers would write null.
 *
 * Maps lose their undefined values in the printers themselves.
 */
export function withoutUndefined(value: unknown): unknown {
  return Array.isArray(value) ? value.filter((item) => item !== undefined) : value;
}
