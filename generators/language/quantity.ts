import type { Dimension, DimensionOf, ScaledUnit } from "./unit.ts";
import { baseUnitOf, convert, dimensionOf, isScaledUnit } from "./unit-scale.ts";

declare const dimension: unique symbol;
const amountKey = Symbol("amount of a quantity");

/** An amount with a dimension, such as `percent(5)` or `gib(12)`. */
export interface Quantity<D extends Dimension> {
  readonly [dimension]: D;
  /**
   * `n` times this amount, visible in the PromQL: `ratio(0.001).times(14.4)` is printed as `14.4 * 0.001`.
   * @example errorRate.gt(ratio(0.001).times(14.4))
   */
  times(n: number): Quantity<D>;
  /**
   * The amount as people write it: `5 %`, `500 ms`.
   * @example percent(5).toString()
   */
  toString(): string;
}

/** What a value in unit `U` can be compared with; 0 is the same in every unit. */
export type Threshold<U extends string> = U extends ScaledUnit ? Quantity<DimensionOf<U>> | 0 : number;

/** What a quantity holds at run time: `factors × value unit`. */
export interface Amount {
  readonly value: number;
  readonly unit: ScaledUnit;
  /** How people write the unit: `%`, `ms`. */
  readonly symbol: string;
  /** The arguments of `times()`, in order. */
  readonly factors: readonly number[];
}

/** The amount of a quantity; undefined for anything else. */
export function amountOf(quantity: unknown): Amount | undefined {
  if (typeof quantity !== "object" || quantity === null || !(amountKey in quantity)) return undefined;
  // Only makeQuantity() puts something under this key.
  return quantity[amountKey] as Amount;
}

/** `amount` in `unit`, or in the base unit of its dimension when `unit` measures something else. */
export function amountIn(amount: Amount, unit: string): Amount & { readonly unit: ScaledUnit } {
  const own = dimensionOf(amount.unit);
  const wanted = isScaledUnit(unit) && dimensionOf(unit) === own ? unit : own && baseUnitOf(own);
  if (wanted === undefined) return amount;
  return { ...amount, value: convert(amount.value, amount.unit, wanted), unit: wanted };
}

type Fraction<N extends number> = number extends N
  ? N
  : `${N}` extends "0" | "1" | `0.${string}` | `${bigint}e-${string}` | `${bigint}.${bigint}e-${string}`
    ? N
    : `ratio(${N}) is outside 0…1; did you mean percent(${N})? For a multiple, use factor(${N})`;

/**
 * A ratio from 0 to 1. Refuses others; see `percent` and `factor`.
 * @example errorRate.gt(ratio(0.05))
 * @refuses ratio(5)
 */
export function ratio<const N extends number>(n: Fraction<N>): Quantity<"ratio"> {
  // If N is wrong, the type of the parameter is the message; at run time it is always a number.
  const value = n as number;
  if (value < 0 || value > 1) {
    throw new RangeError(`ratio(${value}) is outside 0…1; did you mean percent(${value})?`);
  }
  return makeQuantity(value, "ratio", "");
}

/**
 * A multiple, which may be over 1, such as CPU cores or a burn rate: `factor(1.5)`.
 * @example errorRate.gt(factor(1.5))
 */
export const factor = (n: number): Quantity<"ratio"> => makeQuantity(n, "ratio", "");
/**
 * A percentage: 0.05 compared with a ratio, and 5 compared with a value in percent.
 * @example errorRate.gt(percent(5))
 * @refuses memory.gt(percent(5))
 */
export const percent = (n: number): Quantity<"ratio"> => makeQuantity(n, "percent", "%");

/**
 * Milliseconds: 0.5 of a second.
 * @example scrapeTime.gt(ms(500))
 * @refuses memory.gt(ms(500))
 */
export const ms = (n: number): Quantity<"time"> => makeQuantity(n, "milliseconds", "ms");
/**
 * Seconds.
 * @example scrapeTime.gt(seconds(30))
 */
export const seconds = (n: number): Quantity<"time"> => makeQuantity(n, "seconds", "s");
/**
 * Minutes, of 60 seconds.
 * @example scrapeTime.gt(minutes(5))
 */
export const minutes = (n: number): Quantity<"time"> => makeQuantity(n, "minutes", "min");
/**
 * Hours, of 3600 seconds.
 * @example scrapeTime.gt(hours(4))
 */
export const hours = (n: number): Quantity<"time"> => makeQuantity(n, "hours", "h");
/**
 * Days, of 24 hours.
 * @example expiry.sub(time()).lt(days(7))
 */
export const days = (n: number): Quantity<"time"> => makeQuantity(n, "days", "d");

/**
 * Bytes.
 * @example memory.gt(bytes(512))
 * @refuses queue.gt(bytes(512))
 */
export const bytes = (n: number): Quantity<"data"> => makeQuantity(n, "bytes", "B");
/**
 * Kilobytes, of 1,000 bytes.
 * @example memory.gt(kilobytes(5))
 */
export const kilobytes = (n: number): Quantity<"data"> => makeQuantity(n, "kilobytes", "kB");
/**
 * Megabytes, of 1,000,000 bytes.
 * @example memory.gt(megabytes(5))
 */
export const megabytes = (n: number): Quantity<"data"> => makeQuantity(n, "megabytes", "MB");
/**
 * Gigabytes, of 1,000,000,000 bytes.
 * @example memory.gt(gigabytes(5))
 */
export const gigabytes = (n: number): Quantity<"data"> => makeQuantity(n, "gigabytes", "GB");
/**
 * Kibibytes, of 1,024 bytes.
 * @example memory.gt(kib(5))
 */
export const kib = (n: number): Quantity<"data"> => makeQuantity(n, "kibibytes", "KiB");
/**
 * Mebibytes, of 1,024² bytes.
 * @example memory.gt(mib(5))
 */
export const mib = (n: number): Quantity<"data"> => makeQuantity(n, "mebibytes", "MiB");
/**
 * Gibibytes, of 1,024³ bytes.
 * @example memory.gt(gib(5))
 */
export const gib = (n: number): Quantity<"data"> => makeQuantity(n, "gibibytes", "GiB");

/**
 * Bytes per second.
 * @example received.rate("5m").gt(bytesPerSecond(100))
 * @refuses memory.gt(bytesPerSecond(100))
 */
export const bytesPerSecond = (n: number): Quantity<"data rate"> => makeQuantity(n, "bytes/s", "B/s");
/**
 * Kilobytes, of 1,000 bytes, per second.
 * @example received.rate("5m").gt(kilobytesPerSecond(5))
 */
export const kilobytesPerSecond = (n: number): Quantity<"data rate"> =>
  makeQuantity(n, "kilobytes/s", "kB/s");
/**
 * Megabytes, of 1,000,000 bytes, per second.
 * @example received.rate("5m").gt(megabytesPerSecond(5))
 */
export const megabytesPerSecond = (n: number): Quantity<"data rate"> =>
  makeQuantity(n, "megabytes/s", "MB/s");
/**
 * Mebibytes, of 1,024² bytes, per second.
 * @example received.rate("5m").gt(mibPerSecond(5))
 */
export const mibPerSecond = (n: number): Quantity<"data rate"> => makeQuantity(n, "mebibytes/s", "MiB/s");

function makeQuantity<D extends Dimension>(
  value: number,
  unit: ScaledUnit,
  symbol: string,
  factors: readonly number[] = [],
): Quantity<D> {
  if (![value, ...factors].every(Number.isFinite)) {
    throw new TypeError(`a quantity is a finite number, not ${[...factors, value].join(" times ")}`);
  }
  const amount: Amount = Object.freeze({ value, unit, symbol, factors: Object.freeze([...factors]) });
  const quantity = {
    [amountKey]: amount,
    times: (n: number) => makeQuantity<D>(value, unit, symbol, [...factors, n]),
    toString: () => [...factors, `${value} ${symbol}`.trim()].join(" × "),
  };
  // A cast: the dimension exists in the type only.
  return Object.freeze(quantity) as unknown as Quantity<D>;
}
