/**
 * Go's `regexp.MustCompile(pattern).ReplaceAllString(text, replacement)`, of patterns that ours use. The two agree on them but for what
 * a space is, and where a line begins.
 */
export function replaceAll(pattern: string, replacement: string, text: string): string {
  return text.replace(compiled(pattern), (...found: readonly unknown[]) =>
    // Go: `$1` is the first group, whatever stands before it.
    replacement.replace(/\$(\d+)/g, (_, group: string) => String(found[Number(group)] ?? "")),
  );
}

// Each message replaces by the same few patterns.
const known = new Map<string, RegExp>();

function compiled(pattern: string): RegExp {
  const before = known.get(pattern) ?? compile(pattern);
  known.set(pattern, before);
  return before;
}

function compile(pattern: string): RegExp {
  const isByLine = pattern.startsWith("(?m)");
  const body = isByLine ? pattern.slice(4) : pattern;
  const translated = body
    .replaceAll("\\s", "[\\t\\n\\f\\r ]")
    .replaceAll("^", isByLine ? "(?<![^\\n])" : "^");
  if (/\[\^|\(\?[^<]/.test(body)) throw new SyntaxError(`a pattern that is not known here: ${pattern}`);
  return new RegExp(translated, "gu");
}
