/** Grafana's own variables that can stand in PromQL. */
const grafanasOwn: ReadonlySet<string> = new Set([
  "__interval",
  "__interval_ms",
  "__rate_interval",
  "__rate_interval_ms",
  "__range",
  "__range_s",
  "__range_ms",
  "__from",
  "__to",
]);

/** The names after a dollar sign that neither the dashboard nor Grafana knows: Grafana would send them as they stand. */
export function unknownVariables(expr: string, known: readonly string[]): string[] {
  const asked = [...expr.matchAll(/\$(?:(\w+)|\{(\w+)(?::\w+)?\})/g)].map(
    ([, bare, braced]) => bare ?? braced ?? "",
  );
  return [...new Set(asked)].filter((name) => !grafanasOwn.has(name) && !known.includes(name));
}
