const anyVariable = /\$\{[^}]+\}|\$[a-zA-Z_]\w*/g;

/**
 * Puts something of the same length in the place of Grafana's variables, so that the text parses and positions stay: a
 * duration inside of brackets and for the intervals, underscores elsewhere.
 */
export function withoutVariables(text: string): string {
  return text
    .replace(
      /\$__(?:rate_interval|interval|range)\b|\$\{__(?:rate_interval|interval|range)\}/g,
      durationOfLength,
    )
    .replace(/(?<=\[\s*|:\s*|\boffset\s+)(?:\$\w+|\$\{[^}]+\})/g, durationOfLength)
    .replace(anyVariable, (variable) => "_".repeat(variable.length));
}

export function hasVariable(text: string): boolean {
  return text.search(anyVariable) >= 0;
}

function durationOfLength(variable: string): string {
  // At least two characters are there: the dollar and one of the name.
  return "1m".padStart(variable.length, "0");
}

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

/**
 * The names after a dollar sign that neither the dashboard nor Grafana knows: Grafana would send them as they stand. `$1` of
 * `label_replace` is no name.
 */
export function unknownVariables(expr: string, known: readonly string[]): string[] {
  const asked = [...expr.matchAll(/\$(?:([a-zA-Z_]\w*)|\{([a-zA-Z_]\w*)(?::\w+)?\})/g)].map(
    ([, bare, braced]) => bare ?? braced ?? "",
  );
  return [...new Set(asked)].filter((name) => !grafanasOwn.has(name) && !known.includes(name));
}
