/** How long Prometheus takes a sample for the present, if no newer one comes: `--query.lookback-delta`. */
export const lookbackMs = 5 * 60_000;
