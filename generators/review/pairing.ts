import { groupBy } from "../group-by.ts";

/** Two things that are one in two versions. */
export interface Pair<T> {
  readonly base: T;
  readonly head: T;
}

/** What became of all things of a kind. */
export interface Paired<T, P extends Pair<T> = Pair<T>> {
  readonly pairs: readonly P[];
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

/**
 * Pairs what has the same key, the most telling key first: what is paired by one is not asked for the next. Under one key the first
 * belongs to the first.
 *
 * @param keys each gives undefined for what cannot be known by it
 */
export function paired<T>(
  base: readonly T[],
  head: readonly T[],
  keys: readonly ((one: T) => string | undefined)[],
): Paired<T> {
  const pairs = new Map<T, T>();
  let left = base;
  let right = head;
  for (const keyOf of keys) {
    const byKey = groupBy(left, keyOf);
    byKey.delete(undefined);
    const taken = new Set<T>();
    for (const one of right) {
      const other = byKey.get(keyOf(one))?.find((candidate) => !taken.has(candidate));
      if (other === undefined) continue;
      taken.add(other);
      pairs.set(one, other);
    }
    left = left.filter((one) => !taken.has(one));
    right = right.filter((one) => !pairs.has(one));
  }
  const inOrder = head.flatMap((one) => {
    const other = pairs.get(one);
    return other === undefined ? [] : [{ base: other, head: one }];
  });
  return { pairs: inOrder, added: right, removed: left };
}
