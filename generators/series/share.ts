/** How much two counters grow from one sample to the next. */
export interface ShareGrowth {
  readonly part: number;
  readonly rest: number;
}

/**
 * So much more than the wanted traffic there may be. The least is never seen: promtool compares to a millionth, and texts show
 * four digits. Of very little traffic a counter does not keep such a trace.
 */
const tolerances = [1e-7, 1e-5, 1e-3, 1e-2];

/** Binary digits behind the point that a counter which starts at a million, or a few, keeps exactly. */
const mostDigits = 28;

/** Numbers of each length that are tried. */
const attempts = 8;

/** Decimal digits of a share that an author writes. */
const longestShare = 9;

/**
 * The growth of two counters of which `part` has this share.
 *
 * Prometheus multiplies both by `factor`, and the last digit of the quotient then depends on luck. Where it has none, there is
 * a trace more traffic, so that the quotient is the share itself: a limit must lie on its side of the threshold.
 *
 * @param total what both grow by together
 */
export function shareGrowth(share: number, total: number, factor: number): ShareGrowth {
  const plain = split(share, total);
  if (isExact(plain, share, factor)) return plain;
  const fraction = fractionOf(share);
  const more = fraction ? tolerances.flatMap((tolerance) => tracesMore(fraction, total, tolerance)) : [];
  return more.find((growth) => isExact(growth, share, factor)) ?? plain;
}

function isExact(growth: ShareGrowth, share: number, factor: number): boolean {
  const [part, rest] = [growth.part * factor, growth.rest * factor];
  return part / (part + rest) === share;
}

function split(share: number, total: number): ShareGrowth {
  // A part such as 0.07 × 15000 should be the number that people expect.
  const part = Number((share * total).toPrecision(15));
  return { part, rest: total - part };
}

/** Growth of the same share with a trace more traffic, in numbers that counters keep exactly; the shortest numbers first. */
function tracesMore({ of, parts }: Fraction, total: number, tolerance: number): ShareGrowth[] {
  // Of `parts` equal parts the first counter has `of`; each is a binary fraction.
  const [least, most] = [total / parts, (total * (1 + tolerance)) / parts];
  return Array.from({ length: mostDigits + 1 }, (_, digits) => 2 ** -digits).flatMap((step) => {
    const first = Math.ceil(least / step);
    const sizes = Array.from({ length: attempts }, (__, index) => (first + index) * step);
    return sizes
      .filter((size) => size <= most)
      .map((size) => ({ part: of * size, rest: (parts - of) * size }));
  });
}

/** A share as so many of equal parts: 0.05 is 1 of 20. */
interface Fraction {
  readonly of: number;
  readonly parts: number;
}

/** Undefined for a share with more digits than people write. */
function fractionOf(share: number): Fraction | undefined {
  const parts = 10 ** longestShare;
  const of = Math.round(share * parts);
  if (of / parts !== share) return undefined;
  const common = commonDivisor(of, parts);
  return { of: of / common, parts: parts / common };
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
