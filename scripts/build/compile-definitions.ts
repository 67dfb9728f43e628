import type { Compiled } from "../../generators/compile.ts";
import { guarded, loadDefinitions } from "../project/load-definitions.ts";
import type { Project } from "../project/project.ts";
import { repositoryOf } from "../project/repository.ts";

/** Loads what a project defines, and compiles it. */
export async function compileDefinitions(project: Project): Promise<Compiled> {
  const loaded = await loadDefinitions(project);
  if ("problems" in loaded) return { ...loaded, files: {} };
  const compiled = await guarded(project, async () => {
    const { compile } = await import("../../generators/compile.ts");
    return compile(loaded.definitions, { repository: repositoryOf(project) });
  });
  return { files: {}, ...compiled };
}
