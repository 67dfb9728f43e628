import { importsIn, isBeside } from "../load/imports-in.ts";

/** Words by which code gets at what stands in no file of the project. What only looks so costs a run that was not needed. */
const more: readonly RegExp[] = [
  // A module of the same name is none of them.
  /\b(?:process|Date|Temporal|Intl|crypto)\s*(?:\.(?!ts\b)\w|[[(]|[;}])/,
  /\b(?:Math\.random|performance\.(?:now|timeOrigin)|globalThis|import\.meta|new Date)\b/,
  /\brequire\s*\(/,
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
