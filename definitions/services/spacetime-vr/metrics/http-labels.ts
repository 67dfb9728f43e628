// The usual codes of a JSON API. A list and not a pattern, so that a status nobody expects is a mistake in the editor; a
// code that the server begins to use is added here.
export const statuses = [
  "200",
  "201",
  "204",
  "400",
  "401",
  "403",
  "404",
  "405",
  "408",
  "413",
  "422",
  "429",
  "500",
  "501",
  "503",
] as const;

export const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] as const;

/** From 5 ms to 10 s, with the limits of the alerts, 0.5 s and 2 s, among the bounds: a quantile is exact there. */
export const requestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10] as const;

/** From an empty answer to a scene of 10 MB. */
export const bodyBytes = [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000] as const;
