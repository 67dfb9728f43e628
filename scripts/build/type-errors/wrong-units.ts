import { dimensionOf } from "../../../generators/language/unit-scale.ts";
import { callAround, expressionAt, shortOr } from "./author-text.ts";
import {
  mismatchOf,
  oneOf,
  readHandle,
  type ExplainedError,
  type Explanation,
  type HandleType,
} from "./compiler-error.ts";

interface DimensionText {
  /** What an amount of it is. */
  readonly is: string;
  /** The words that say one. */
  readonly words: readonly string[];
  /** The unit that a value without one is said to have. */
  readonly unit: string;
}

const dimensions: Readonly<Record<string, DimensionText>> = {
  time: { is: "a length of time", words: ["ms", "seconds", "minutes", "hours", "days"], unit: "seconds" },
  ratio: { is: "a ratio", words: ["ratio", "percent", "factor"], unit: "ratio" },
  data: {
    is: "an amount of data",
    words: ["bytes", "kilobytes", "megabytes", "gigabytes", "kib", "mib", "gib"],
    unit: "bytes",
  },
  "data rate": {
    is: "an amount of data per second",
    words: ["bytesPerSecond", "kilobytesPerSecond", "megabytesPerSecond", "mibPerSecond"],
    unit: "bytes/s",
  },
};

/** What a value may be compared with: an amount of a dimension, or plain numbers. */
interface Wanted {
  readonly dimension: string | undefined;
  /** Of the value; undefined where it is not known. */
  readonly unit: string | undefined;
}

function wantedIn(type: string): Wanted | undefined {
  const quantity = /Quantity<"([^"]+)">/.exec(type)?.[1];
  const list = /ExprIn<([^<>]*)>/.exec(type)?.[1];
  const takesNumbers = /\bnumber\b/.test(type);
  if (quantity === undefined && list === undefined && !takesNumbers) return undefined;
  const units = [...(list ?? "").matchAll(/"([^"]+)"/g)].map(([, unit = ""]) => unit);
  const unit = units.includes("timestamp") ? "timestamp" : units.find((one) => one !== "none");
  return { dimension: unit === "timestamp" ? "timestamp" : quantity, unit };
}

/** A value in one unit, and something in another one, or in none. */
export const wrongUnit: Explanation = (error) => {
  const { given = "", wanted: type = "" } = mismatchOf(error) ?? {};
  // What takes any expression is not about units.
  const wanted = /\bQuery\b|AlertCondition/.test(type) ? undefined : wantedIn(type);
  if (!wanted) return undefined;
  const number = /^number\((.*)\)$/s.exec(expressionAt(error.after))?.[1];
  if (given.startsWith("NumberBefore<") && number !== undefined) {
    return {
      message: "number(…) begins an operation, and is nothing to calculate with",
      fix: `write ${shortOr(number, "the number itself")}`,
    };
  }
  const text = shortOr(expressionAt(error.after), "this");
  const call = callAround(error.before) ?? "gt";
  const handle = readHandle(given);
  if (handle && call === "asLabel") {
    return {
      message: `a text becomes a label of a metric in ${wanted.unit}, but ${text} is in ${handle.unit}`,
      fix: `use a gauge with unit: "${wanted.unit}"`,
    };
  }
  if (handle && isNoVector(handle)) return undefined;
  if (handle) return handle.unit === "" ? undefined : ofTwoSeries(wanted, handle.unit, call);
  const isLevel = type.startsWith('"missing"');
  if (/^(-?[\d.e+-]+|number)$/.test(given)) {
    const number = given === "number" && isNumber(text) ? text : given;
    return ofNumber(wanted, isLevel || !isNumber(number) ? "…" : number, call);
  }
  const amount = /^Quantity<"([^"]+)">$/.exec(given)?.[1];
  return amount === undefined
    ? undefined
    : ofAmount(wanted, amount, {
        text: isLevel ? text.replace(/\(.*\)/, "(…)") : text,
        call,
        before: error.before,
      });
};

/** What must become a vector first; its unit is that of what was observed. */
const isNoVector = ({ kind }: HandleType): boolean =>
  kind === "Buckets" || kind === "BucketRates" || kind === "Histogram";

const isNumber = (text: string): boolean => /^-?[\d._]+$/.test(text);

/** What the value is: in a unit, where it is known. */
function valueIs({ unit }: Wanted, dimension: string): string {
  if (unit === undefined) return `this takes ${dimension}`;
  return unit === "ratio" || unit === "timestamp" ? `the value is a ${unit}` : `the value is in ${unit}`;
}

const comparisons = ["gt", "gte", "lt", "lte", "eq", "ne"];

function ofTwoSeries({ unit }: Wanted, other: string, call: string): ExplainedError | undefined {
  if (unit === undefined) return undefined;
  const done = { add: "added", sub: "subtracted" }[call] ?? "compared";
  const message = `the left side is in ${unit}, the right side in ${other}: they cannot be ${done}`;
  const own = dimensionOf(unit);
  if (own !== undefined && own === dimensionOf(other)) {
    return { message, fix: `convert the right side: .in("${unit}")` };
  }
  return {
    message,
    fix: `use two series that measure the same thing; if these do, give their metrics the same unit, or put .as("${unit}") on the right side`,
  };
}

function ofNumber(wanted: Wanted, given: string, call: string): ExplainedError | undefined {
  const { dimension } = wanted;
  if (dimension === undefined) return undefined;
  if (dimension === "timestamp") return ofTimestamp(call, "a number");
  const { is } = dimensions[dimension] ?? { is: dimension };
  const fix = `add the unit: ${oneOf(amountsOf(dimension, given))}`;
  const what = given === "…" ? "a bare number" : given;
  return { message: `${valueIs(wanted, is)}, but ${what} has no unit`, fix };
}

/** The number in each unit that there is: 0.05 is a ratio or 5 %, and 5 is a multiple or 5 %. */
function amountsOf(dimension: string, number: string): readonly string[] {
  const n = Number(number);
  if (dimension === "ratio" && n > 0 && n <= 1) {
    return [`ratio(${number})`, `percent(${Number((n * 100).toPrecision(12))})`];
  }
  if (dimension === "ratio" && n > 1) return [`percent(${number})`, `factor(${number})`];
  return (dimensions[dimension]?.words ?? []).map((word) => `${word}(${number})`);
}

function ofTimestamp(call: string, given: string): ExplainedError {
  return {
    message: `the value is a point in time (seconds since 1970), but ${given} is not`,
    fix: `compare how far away it is: .sub(time()).${call}(days(7)) for the future, time().sub(…).${call}(days(7)) for the past`,
  };
}

interface Given {
  readonly text: string;
  readonly call: string;
  readonly before: string;
}

function ofAmount(wanted: Wanted, amount: string, { text, call, before }: Given): ExplainedError | undefined {
  const { dimension, unit } = wanted;
  const given = `${text} is ${dimensions[amount]?.is ?? amount}`;
  if (dimension === "timestamp") return ofTimestamp(call, text);
  if (dimension !== undefined) {
    const { is, words } = dimensions[dimension] ?? { is: dimension, words: [] };
    const share = amount === "ratio" && comparisons.includes(call);
    return {
      message: `${valueIs(wanted, is)}, but ${given}`,
      fix: `write ${is}: ${oneOf(words.map((word) => `${word}(…)`))}${share ? `; for a share, divide by the whole first: .div(…).${call}(${text})` : ""}`,
    };
  }
  if (unit !== undefined) {
    return {
      message: `the value is in ${unit}, which takes plain numbers, but ${given}`,
      fix: `write a plain number, .${call}(${/\(([^()]*)\)/.exec(text)?.[1] ?? "…"}), or correct the unit of the metric`,
    };
  }
  const operation = /\.((?:mul|div)\([^()]*\))\s*\.\w+\($/.exec(before)?.[1];
  const cause = operation === undefined ? "" : ` after .${operation}`;
  const message = `the unit of the value is unknown${cause}, but ${given}`;
  const said = `.as("${dimensions[amount]?.unit ?? amount}")`;
  if (operation === "mul(100)" && amount === "ratio") {
    return { message, fix: `leave out .mul(100): the ratio itself compares with ${text}` };
  }
  if (!comparisons.includes(call)) return { message, fix: `name it at the end of the expression: ${said}` };
  return { message, fix: `name the unit first: ${said}.${call}(${text})` };
}
