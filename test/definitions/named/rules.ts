/** A recording by its name, with its group and how often that is evaluated. */
export const recordings = [
  { name: "job:http_request_duration_seconds:p95", group: "http_api_recordings", every: "30s" },
] as const;

/** The groups of the 20 rules of the game, all evaluated twice a minute. */
export const groups = [
  "spacetime_critical_alerts",
  "spacetime_high_alerts",
  "spacetime_medium_alerts",
  "spacetime_low_alerts",
  "spacetime_operational",
] as const;
