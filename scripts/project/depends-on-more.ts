import { importsIn, isBeside } from "../load/imports-in.ts";

/** What gives them, in code that has not imported it. */
const givers = "process|Date|Temporal|Intl|crypto|Math|performance|global|eval|Function";

/** Words by which code gets at what stands in no file of the project. What only looks so costs a run that was not needed. */
const more: readonly RegExp[] = [
  // A module of the same name is none of them.
  /\b(?:process|Date|Temporal|Intl|crypto)\s*(?:[?!]?\.(?!ts\b)\w|\?\.[[(]|[[(;}])/,
  /\b(?:Math[?!]?\.random|(?:performance|global)[?!]?\.(?!ts\b)\w+|globalThis|import\.meta|new Date)\b/,
  /\b(?:Math|performance|global)\s*(?:\?\.)?\[/,
  // Under another name, or handed to someone else: a value stands between two signs, or at the end of a line.
  new RegExp(String.raw`[=([{,:?&|!]\s*(?:${givers})\s*(?:[,;)\]}]|$)|\?\s*(?:${givers})\s*:`, "m"),
  // What they give depends on the language of the machine.
  /\.\s*(?:toLocale\w*|localeCompare)\b/,
  /\b(?:require|eval|Function)\s*\(/,
  /\bimport\s*\(\s*[^"'\s]/,
];

/**
 * Whether what a module defines may depend on something that is no file of the project, such as a variable of the environment, the
 * date, or a file that it reads itself: then the same files need not mean the same definitions.
 */
export function dependsOnMore(text: string): boolean {
  if (more.some((words) => words.test(text))) return true;
  return importsIn(text).some((specifier) => !isBeside(specifier) && specifier !== "signalbox");
}
