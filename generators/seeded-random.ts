/** Choices that look random and are the same on every machine and in every run. */
export interface Choices {
  readonly pick: <T extends object | string>(list: readonly [T, ...T[]]) => T;
  readonly chance: (probability: number) => boolean;
  /** From 0 to below 1. */
  readonly number: () => number;
}

/** @param seed a whole number from 0 up */
export function seededRandom(seed: number): Choices {
  let state = seed;
  // A linear congruential generator of 32 bits, with the constants of Numerical Recipes.
  const number = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    pick: (list) => list[Math.floor(number() * list.length)] ?? list[0],
    chance: (probability) => number() < probability,
    number,
  };
}
