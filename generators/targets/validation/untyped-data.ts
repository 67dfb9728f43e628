/** The value at this path of keys in data that was read from a file; undefined where there is none. */
export function dataAt(data: unknown, ...keys: readonly (string | number)[]): unknown {
  let value = data;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    // A cast: the line above made sure that the key is there.
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return value;
}

/** The items of a list; none when it is not a list. */
export function itemsAt(data: unknown, ...keys: readonly (string | number)[]): readonly unknown[] {
  const value = dataAt(data, ...keys);
  return Array.isArray(value) ? value : [];
}

/** The keys of a mapping with their values; none when it is not a mapping. */
export function entriesAt(data: unknown, ...keys: readonly (string | number)[]): [string, unknown][] {
  const value = dataAt(data, ...keys);
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

/** The text at this path; undefined when the value is not a text. */
export function textAt(data: unknown, ...keys: readonly (string | number)[]): string | undefined {
  const value = dataAt(data, ...keys);
  return typeof value === "string" ? value : undefined;
}

/** Whether two pieces of data that were read from files say the same, in whatever order their keys are written. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || one === null || typeof other !== "object" || other === null)
    return one === other;
  const [ofOne, ofOther] = [Object.entries(one), Object.entries(other)];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    ofOne.length === ofOther.length &&
    ofOne.every(([key, value]) => Object.hasOwn(other, key) && isSame(value, dataAt(other, key)))
  );
}
