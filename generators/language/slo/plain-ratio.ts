import { amountIn, amountOf, type Quantity } from "../quantity.ts";

/** The number that a ratio is, without the noise of binary floating point: `percent(99.9)` is 0.999. */
export function plainRatio(quantity: Quantity<"ratio">): number {
  const amount = amountOf(quantity);
  if (!amount) throw new TypeError("a share is a quantity such as percent(99.9)");
  const { value, factors } = amountIn(amount, "ratio");
  return withoutNoise(factors.reduce((product, factor) => product * factor, value));
}

/** 1 - 0.999 is 0.0010000000000000009. */
export function withoutNoise(n: number): number {
  return Number(n.toPrecision(12));
}
