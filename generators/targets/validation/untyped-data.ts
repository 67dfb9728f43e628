/** What stands under this path of keys in data that was read from a file; undefined where there is nothing. */
export function valueAt(data: unknown, ...keys: readonly (string | number)[]): unknown {
  let value = data;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    // A cast: the line above made sure that the key is there.
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return value;
}

/** The items of a list; none when it is no list. */
export function itemsAt(data: unknown, ...keys: readonly (string | number)[]): readonly unknown[] {
  const value = valueAt(data, ...keys);
  return Array.isArray(value) ? value : [];
}

/** The keys of a mapping with their values; none when it is no mapping. */
export function entriesAt(data: unknown, ...keys: readonly (string | number)[]): [string, unknown][] {
  const value = valueAt(data, ...keys);
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

/** The text that stands there; undefined when it is no text. */
export function textAt(data: unknown, ...keys: readonly (string | number)[]): string | undefined {
  const value = valueAt(data, ...keys);
  return typeof value === "string" ? value : undefined;
}
