/** How many digits of a value matter to somebody who reads it. */
const digits = 3;
const perDecade = 9 * 10 ** (digits - 1);
/** What is a millionth of the largest value that is played is nothing. */
const decades = 6;

/** The values of three significant digits, each by its number: the next one is that of the next value. */
export interface ThreeDigits {
  readonly valueOf: (number: number) => number;
  /** The number of the last value that is not further from 0. */
  readonly numberOf: (value: number) => number;
}

/** @param largest of the values that matter, as far from 0 as any of them */
export function threeDigits(largest: number): ThreeDigits {
  const least = decadeOf(Math.abs(largest)) - decades;
  const positive = (value: number): number => {
    const decade = decadeOf(value);
    if (value === 0 || decade < least) return 0;
    // What is written with three digits is one of them, whatever a binary fraction makes of it.
    const first = Number(value.toPrecision(12)) / 10 ** (decade - digits + 1);
    const mantissa = Math.floor(Number(first.toPrecision(12)));
    return (decade - least) * perDecade + mantissa - 10 ** (digits - 1) + 1;
  };
  return {
    numberOf: (value) => (value < 0 ? -positive(-value) : positive(value)),
    valueOf: (number) => {
      if (number === 0) return 0;
      const place = Math.abs(number) - 1;
      const mantissa = (place % perDecade) + 10 ** (digits - 1);
      const decade = Math.floor(place / perDecade) + least;
      return Number(`${number < 0 ? "-" : ""}${mantissa}e${decade - digits + 1}`);
    },
  };
}

/** 2 of 512, and -2 of 0.05. */
function decadeOf(value: number): number {
  return value === 0 ? 0 : Number(value.toExponential().split("e")[1]);
}
