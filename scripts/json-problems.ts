import { sortProblems, type Problem } from "../generators/problem.ts";
import { masked } from "../generators/secrets/masked.ts";

/** The same problems as the list says them, for a program. */
export function problemsAsData(problems: readonly Problem[]): readonly object[] {
  return sortProblems(problems).map(({ check, place, message, fix }) => ({
    id: check,
    ...placeOf(place),
    message: masked(message),
    fix: masked(fix),
  }));
}

/** Where there is nothing else to say: `{ "problems": [{ "id", "file", "line", "message", "fix" }] }`. */
export function jsonProblems(problems: readonly Problem[]): string {
  return jsonText({ problems: problemsAsData(problems) });
}

/** As every answer names where something is defined. */
export function placeOf({ file, line }: Problem["place"]): { readonly file: string; readonly line: number } {
  return { file, line };
}

/** An answer, as a person can read it too. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
