/** Something that wants to be at a place on a line, and needs room there. */
export interface Spread {
  /** Its middle, as it would be alone. */
  readonly wanted: number;
  readonly size: number;
}

/**
 * The middles of all of these, as near to what they want as they can be without touching, within `from` and `to`.
 *
 * They keep their order. Where there is not enough room for all, they go on beyond `to`.
 */
export function spread(items: readonly Spread[], from: number, to: number): number[] {
  const order = items
    .map((_, index) => index)
    .sort((a, b) => wantedOf(items, a) - wantedOf(items, b) || a - b);
  const middles = new Array<number>(items.length).fill(0);
  let end = from;
  for (const index of order) {
    const { wanted = 0, size = 0 } = items[index] ?? {};
    middles[index] = Math.max(wanted, end + size / 2);
    end = middles[index] + size / 2;
  }
  // Those that were pushed out come back, and push those before them.
  let limit = Math.max(
    to,
    items.reduce((sum, { size }) => sum + size, from),
  );
  for (const index of order.toReversed()) {
    const { size = 0 } = items[index] ?? {};
    middles[index] = Math.min(middles[index] ?? 0, limit - size / 2);
    limit = middles[index] - size / 2;
  }
  return middles;
}

function wantedOf(items: readonly Spread[], index: number): number {
  return items[index]?.wanted ?? 0;
}
