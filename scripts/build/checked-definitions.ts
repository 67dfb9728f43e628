import type { Compiled } from "../../generators/compile.ts";
import type { Project } from "../project/project.ts";
import { compileDefinitions } from "./compile-definitions.ts";
import { typeProblems } from "./type-check.ts";

/**
 * Compiles the definitions and has the TypeScript compiler look at them at the same time.
 *
 * What does not compile is all that is reported then: the checks would find most of it again, in other words.
 */
export async function checkedDefinitions(project: Project): Promise<Compiled> {
  const typing = typeProblems(project);
  const compiling = compileDefinitions(project);
  // What does not compile may well fail to load, in words that help nobody.
  compiling.catch(() => {});
  const types = await typing;
  return types.length > 0 ? { problems: types, files: {} } : compiling;
}
