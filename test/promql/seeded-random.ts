// Randomness that is the same on every machine and in every run.

export interface Random {
  /** From 0 to below 1. */
  readonly number: () => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly chance: (probability: number) => boolean;
}

/** A linear congruential generator, with the constants of Numerical Recipes. */
export function seededRandom(seed: number): Random {
  let state = seed;
  const number = (): number => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
  const pick = <T>(list: readonly T[]): T => {
    // A cast: an index below the length always holds an element.
    return list[Math.floor(number() * list.length)] as T;
  };
  return { number, pick, chance: (probability) => number() < probability };
}

/** As many different texts as asked for. */
export function distinct(count: number, next: () => string): string[] {
  const texts = new Set<string>();
  while (texts.size < count) texts.add(next());
  return [...texts];
}
