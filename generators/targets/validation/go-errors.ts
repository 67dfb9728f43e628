/** A line of a YAML file, and what a Go program found wrong with it. */
export interface LineError {
  readonly line: number;
  readonly reason: string;
}

/**
 * The lines in what a Go program says of a YAML file that does not fit its structures:
 * `yaml: unmarshal errors:⏎  line 7: field foo not found in type rulefmt.Rule`, or `yaml: line 7: did not find …`.
 */
export function unmarshalErrors(text: string): LineError[] {
  return [...text.matchAll(/\bline (\d+): (.+)/g)].map(([, line, reason = ""]) => ({
    line: Number(line),
    reason: reason.trim(),
  }));
}

/** What a pattern catches at the last place where it matches, up to and with this line; lines count from 1. */
export function lastCaughtBefore(text: string, line: number, pattern: RegExp): string | undefined {
  const found = text
    .split("\n")
    .slice(0, line)
    .findLast((candidate) => pattern.test(candidate));
  return found === undefined ? undefined : pattern.exec(found)?.[1];
}

/** The line that holds what a message quotes last: `unknown unit "x" in duration "5x"` is about the line with `5x`. */
export function lineOfQuoted(message: string, text: string): number | undefined {
  const quoted = [...message.matchAll(/"([^"]+)"/g)].at(-1)?.[1];
  const index = quoted === undefined ? -1 : text.split("\n").findIndex((line) => line.includes(quoted));
  return index < 0 ? undefined : index + 1;
}
