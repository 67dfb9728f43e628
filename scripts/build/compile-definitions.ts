import type { Compiled } from "../../generators/compile.ts";
import type { Definitions } from "../../generators/language/platform.ts";
import { loadDefinitions } from "../project/load-definitions.ts";
import { guarded } from "../project/load-problems.ts";
import { entryOf, type Project } from "../project/project.ts";
import { repositoryOf } from "../project/repository.ts";
import { narrowPlace } from "./narrow-place.ts";
import { typeProblems } from "./type-check.ts";

export interface CompiledProject extends Compiled {
  /** What was compiled; left out when it could not be loaded. */
  readonly definitions?: Definitions;
}

/** Loads what a project defines, and compiles it. */
export async function compileDefinitions(project: Project): Promise<CompiledProject> {
  const loaded = await loadDefinitions(project);
  if ("problems" in loaded) return { ...loaded, files: {} };
  const { definitions } = loaded;
  const compiled = await guarded(entryOf(project), async () => {
    const { compile } = await import("../../generators/compile.ts");
    return compile(definitions, { repository: repositoryOf(project) });
  });
  const problems = compiled.problems.map((problem) => narrowPlace(problem, project.root));
  return { files: {}, definitions, ...compiled, problems };
}

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
