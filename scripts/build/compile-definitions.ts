import type { Compiled } from "../../generators/compile.ts";
import { findLoadProblems } from "./load-problems.ts";

/**
 * Loads definitions/ and compiles it; what an author's module throws becomes a problem.
 *
 * The modules are imported here and not at the top, so that such an exception can be caught at all.
 * @param root the folder of the repository
 */
export async function compileDefinitions(root: string): Promise<Compiled> {
  // The author's line is found in the stack, and may lie below many calls inside the language.
  Error.stackTraceLimit = 50;
  try {
    const { definitions } = await import("../../definitions/index.ts");
    const { compile } = await import("../../generators/compile.ts");
    return compile(definitions);
  } catch (error) {
    const problems = findLoadProblems(error, root);
    if (problems.length === 0) throw error;
    return { problems, files: {} };
  }
}
