/** How much two counters grow from one sample to the next. */
export interface ShareGrowth {
  readonly part: number;
  readonly rest: number;
}

/** More traffic of the same share is tried so often; of hundreds of usual shares none needed more than three. */
const attempts = 20;

/**
 * The growth of two counters of which `part` has this share.
 *
 * Prometheus multiplies both by `factor`, and the last digit of the quotient then depends on luck. Where it has none, the
 * traffic is doubled, tripled and so on, until the quotient is the share itself: an edge must lie on its side of the threshold.
 *
 * @param total what both grow by together
 */
export function shareGrowth(share: number, total: number, factor: number): ShareGrowth {
  for (let times = 1; times <= attempts; times += 1) {
    const growth = split(share, total * times);
    const [part, rest] = [growth.part * factor, growth.rest * factor];
    if (part / (part + rest) === share) return growth;
  }
  return split(share, total);
}

function split(share: number, total: number): ShareGrowth {
  // A part such as 0.07 × 15000 should be the number that people expect.
  const part = Number((share * total).toPrecision(15));
  return { part, rest: total - part };
}
