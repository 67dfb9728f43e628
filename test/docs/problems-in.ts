/** The problems of the definitions that a command has printed, each with its fix. */
export function problemsIn(printed: string): string[] {
  return printed.split(/\n(?=definitions\/)|\n\n/).filter((text) => text.startsWith("definitions/"));
}
