import type { Compiled } from "../../generators/compile.ts";
import type { Definitions } from "../../generators/language/platform.ts";
import { loadDefinitions } from "../project/load-definitions.ts";
import { guarded } from "../project/load-problems.ts";
import { entryOf, type Project } from "../project/project.ts";
import { repositoryOf } from "../project/repository.ts";

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
  return { files: {}, definitions, ...compiled };
}
