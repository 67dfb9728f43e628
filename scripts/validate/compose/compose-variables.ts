/**
 * The variables that a compose file refuses to run without, `${NAME:?…}`. A doubled dollar sign is a dollar sign, and no
 * variable.
 */
export function requiredVariables(text: string): string[] {
  const found = text.matchAll(/\$\$|\$\{(\w+):?\?/g);
  return [...new Set([...found].flatMap(([, name]) => name ?? []))];
}
