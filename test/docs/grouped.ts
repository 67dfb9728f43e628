/** What has the same key together, in the order in which the keys appear. */
export function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): [key: K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups];
}
