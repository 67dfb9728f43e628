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
