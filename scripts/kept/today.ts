const dayMs = 24 * 60 * 60 * 1000;

/** As a number of days, since 1970. */
export function today(): number {
  return Math.floor(Date.now() / dayMs);
}
