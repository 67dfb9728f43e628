// So many series of a metric are busy; the others were so once.
const busySeries = 8;

/**
 * How traffic is spread over the series of a metric: the shares of all add up to 1.
 *
 * Each has half of what those before it left over, and the last busy one has the rest.
 */
export function spread(count: number, index: number): number {
  const last = Math.min(count, busySeries) - 1;
  if (index > last) return 0;
  return index === last ? 2 ** -last : 2 ** -(index + 1);
}
