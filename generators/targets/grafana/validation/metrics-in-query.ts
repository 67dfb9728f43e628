/**
 * The names of the series that a query asks for. Read without our own reader of PromQL, which is what wrote it: what is left when texts,
 * matchers, windows, lists of labels and the names of functions are taken away.
 */
export function metricsInQuery(expr: string): string[] {
  const named = [...expr.matchAll(/__name__\s*=\s*"((?:[^"\\]|\\.)*)"/g)].map(([, name = ""]) => name);
  const rest = expr
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, '""')
    .replace(/\{[^{}]*\}/g, " ")
    .replace(/\[[^[\]]*\]/g, " ")
    .replace(/\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^()]*\)/gi, " ")
    .replace(/\$(?:\{\w+(?::\w+)?\}|\w+)/g, " ");
  const words = [...rest.matchAll(/(?<![\w:.])[A-Za-z_:][\w:]*(?!\s*\()(?![\w:])/g)].map(([word]) => word);
  return [...new Set([...named, ...words.filter((word) => !keywords.has(word.toLowerCase()))])];
}

const keywords: ReadonlySet<string> = new Set(
  "and or unless bool offset by without on ignoring group_left group_right inf nan atan2 start end".split(
    " ",
  ),
);
