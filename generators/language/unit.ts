/** Units with a scale, each with the dimension it measures. Units of one dimension convert into each other. */
export interface ScaledUnits {
  nanoseconds: "time";
  microseconds: "time";
  milliseconds: "time";
  seconds: "time";
  minutes: "time";
  hours: "time";
  days: "time";
  bits: "data";
  bytes: "data";
  kilobytes: "data";
  megabytes: "data";
  gigabytes: "data";
  kibibytes: "data";
  mebibytes: "data";
  gibibytes: "data";
  "bits/s": "data rate";
  "bytes/s": "data rate";
  "kilobytes/s": "data rate";
  "megabytes/s": "data rate";
  "gigabytes/s": "data rate";
  "kibibytes/s": "data rate";
  "mebibytes/s": "data rate";
  "gibibytes/s": "data rate";
  ratio: "ratio";
  percent: "ratio";
  /** Seconds of something per second, such as CPU time: a ratio. */
  "seconds/s": "ratio";
  "milliseconds/s": "ratio";
  "microseconds/s": "ratio";
  "nanoseconds/s": "ratio";
  /** A point in time, in seconds since 1970. */
  timestamp: "timestamp";
}

export type ScaledUnit = keyof ScaledUnits;
export type Dimension = ScaledUnits[ScaledUnit];

/**
 * What the samples of a metric measure.
 *
 * The editor offers these units; any other word, such as `fps` or `connections`, is a unit without a scale.
 */
export type Unit = ScaledUnit | "count" | "bool" | "none" | (string & {});

/** Other spellings of units, in lowercase and without a plural `s`, and the name of the unit. */
export const otherSpellings = {
  ns: "nanoseconds",
  nanosecond: "nanoseconds",
  us: "microseconds",
  microsecond: "microseconds",
  ms: "milliseconds",
  msec: "milliseconds",
  milisecond: "milliseconds",
  millisecond: "milliseconds",
  s: "seconds",
  sec: "seconds",
  second: "seconds",
  min: "minutes",
  minute: "minutes",
  h: "hours",
  hour: "hours",
  d: "days",
  day: "days",
  bit: "bits",
  b: "bytes",
  byte: "bytes",
  kb: "kilobytes",
  kilobyte: "kilobytes",
  mb: "megabytes",
  megabyte: "megabytes",
  gb: "gigabytes",
  gigabyte: "gigabytes",
  kib: "kibibytes",
  kibibyte: "kibibytes",
  mib: "mebibytes",
  mebibyte: "mebibytes",
  gib: "gibibytes",
  gibibyte: "gibibytes",
  bps: "bits/s",
  "b/s": "bytes/s",
  "byte/s": "bytes/s",
  "kb/s": "kilobytes/s",
  "mb/s": "megabytes/s",
  "gb/s": "gigabytes/s",
  "%": "percent",
  pct: "percent",
  percentage: "percent",
  fraction: "ratio",
  boolean: "bool",
  epoch: "timestamp",
  unixtime: "timestamp",
} as const;

type OtherSpellings = typeof otherSpellings;

/** A unit, or what to write if it is another spelling of one. */
export type Spelt<U extends string> = U extends ScaledUnit
  ? U
  : Lowercase<U> extends keyof OtherSpellings
    ? Misspelt<U, Lowercase<U>>
    : Lowercase<U> extends `${infer One}s`
      ? One extends keyof OtherSpellings
        ? Misspelt<U, One>
        : U
      : U;
type Misspelt<
  U extends string,
  Key extends keyof OtherSpellings,
> = `'${U}' is not the name of a unit; write '${OtherSpellings[Key]}'`;

export type DimensionOf<U extends string> = U extends ScaledUnit ? ScaledUnits[U] : "plain";

/** Units that a value in unit `U` can be converted to. */
export type Convertible<U extends string> = U extends ScaledUnit
  ? { [V in ScaledUnit]: ScaledUnits[V] extends ScaledUnits[U] ? V : never }[ScaledUnit]
  : never;

/** The unit of dimension `D` whose scale is 1. */
export type BaseUnit<D extends Dimension> = D extends "time"
  ? "seconds"
  : D extends "data"
    ? "bytes"
    : D extends "data rate"
      ? "bytes/s"
      : D;

/** Units that may be added to, subtracted from or compared with `U`. `none` (unknown) goes with any. */
export type SameUnit<U extends string> = "none" extends U ? string : U | "none";

// Of any unit it is any, so that a vector in one unit is a vector in some.
export type PerSecond<U extends string> = U extends "none" ? "none" : string extends U ? string : `${U}/s`;

export type MulUnit<A extends string, B extends string> = "none" extends A | B
  ? "none"
  : B extends "ratio" | "bool"
    ? A
    : A extends "ratio" | "bool"
      ? B
      : A extends `${infer X}/s`
        ? B extends "seconds"
          ? X
          : "none"
        : B extends `${infer Y}/s`
          ? A extends "seconds"
            ? Y
            : "none"
          : "none";

export type DivUnit<A extends string, B extends string> = "none" extends A | B
  ? "none"
  : [A] extends [B]
    ? "ratio"
    : B extends "ratio" | "bool" | "count"
      ? A
      : A extends `${infer X}/s`
        ? B extends `${infer Y}/s`
          ? DivUnit<X, Y>
          : "none"
        : B extends "seconds"
          ? `${A}/s`
          : B extends `${infer Y}/s`
            ? [A] extends [Y]
              ? "seconds"
              : "none"
            : "none";

// What is subtracted from a timestamp may be one too, where its unit is unknown.
export type SubUnit<A extends string, B extends string> = "none" extends A | B
  ? "none"
  : A extends "timestamp"
    ? B extends "timestamp"
      ? "seconds"
      : "timestamp"
    : A;

/** The rules of the types `PerSecond`, `MulUnit`, `DivUnit` and `SubUnit` at run time. */
export const unitArithmetic = { perSecond, mul, div, sub } as const;

function perSecond(a: string): string {
  return a === "none" ? "none" : `${a}/s`;
}

function mul(a: string, b: string): string {
  if (a === "none" || b === "none") return "none";
  if (isFactor(b)) return a;
  if (isFactor(a)) return b;
  if (isPerSecond(a)) return b === "seconds" ? withoutPerSecond(a) : "none";
  return isPerSecond(b) && a === "seconds" ? withoutPerSecond(b) : "none";
}

function div(a: string, b: string): string {
  if (a === "none" || b === "none") return "none";
  if (a === b) return "ratio";
  if (isFactor(b) || b === "count") return a;
  if (isPerSecond(a)) return isPerSecond(b) ? div(withoutPerSecond(a), withoutPerSecond(b)) : "none";
  if (b === "seconds") return `${a}/s`;
  return isPerSecond(b) && withoutPerSecond(b) === a ? "seconds" : "none";
}

function sub(a: string, b: string): string {
  if (a === "none" || b === "none") return "none";
  if (a === "timestamp") return b === "timestamp" ? "seconds" : "timestamp";
  return a;
}

const isFactor = (unit: string): boolean => unit === "ratio" || unit === "bool";
const isPerSecond = (unit: string): boolean => unit.endsWith("/s");
const withoutPerSecond = (unit: string): string => unit.slice(0, -"/s".length);
