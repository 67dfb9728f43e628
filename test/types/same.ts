// What the compile-time tests are written with: files in this folder are not run, they compile or do not.

/** Whether two types are the same, not only assignable to each other. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Does not compile when the two types differ: `expectSame<Same<A, B>>()`. */
export function expectSame<_ extends true>(): void {}
