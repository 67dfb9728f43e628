/** Why a quantile that has to be above 0 could as well have to be at least 0. */
export const aboveZero =
  "A quantile above 0 lies above the lower bound of its bucket, and so is never 0 itself.";
