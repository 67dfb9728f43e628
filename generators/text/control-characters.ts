/**
 * Characters that files, terminals and readers of YAML cannot bear, each with what it is; none of them is seen.
 *
 * A line break and a tab are not among them: whether they may stand somewhere depends on the text.
 */
const kinds: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a control character", /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/],
  ["half of a character", /[\ud800-\udfff]/u],
  ["a line break of its own kind", /[\u2028\u2029]/],
  ["a change of the direction in which text runs", /[\u202a-\u202e\u2066-\u2069]/],
  ["a mark that is no character", /[\ufeff\ufffe\uffff]/],
];

const any = new RegExp(kinds.map(([, { source }]) => source).join("|"), "u");

/** The first such character of a text, as messages name it: `U+0000`, and what it is. */
export function controlCharacterIn(
  text: string,
): { readonly code: string; readonly what: string } | undefined {
  const found = any.exec(text)?.[0];
  if (found === undefined) return undefined;
  const kind = kinds.find(([, pattern]) => pattern.test(found));
  return { code: codeOf(found), what: kind?.[0] ?? "" };
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
