import type { Scale } from "./scaled.ts";

// A person wants to see soon that all targets are up: a certificate is looked at once a minute where it is deployed.
const longestScrapeMs = 5_000;

// A `for` of a day would be an hour at the usual speed of 20.
const longestForMs = 60_000;

/** The times of a stack that a person watches; at the speed of clocks alerts take as long as they are deployed to. */
export function personScale(speed: number): Scale {
  return { speed, longestScrapeMs, ...(speed === 1 ? {} : { longestForMs }) };
}
