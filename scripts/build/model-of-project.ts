import { keeperWith } from "../../generators/keep/keeper.ts";
import type { Problem } from "../../generators/problem.ts";
import type { TestedModel } from "../../generators/rule-tests/tested-model.ts";
import { openBuildMemory } from "../kept/build-memory.ts";
import { onLoaded } from "../project/on-loaded.ts";
import { loadDefinitions } from "../project/load-definitions.ts";
import { guarded } from "../project/load-problems.ts";
import { entryOf, type Project } from "../project/project.ts";
import { repositoryOf } from "../project/repository.ts";

/**
 * What a project defines, or why that cannot be said.
 *
 * @param kept the project of whose builds it is known what they worked out: nothing is kept of one that is gone in a moment
 */
export async function modelOfProject(
  project: Project,
  kept: Pick<Project, "root">,
): Promise<{ readonly problems: readonly Problem[] } | { readonly model: TestedModel }> {
  const loaded = await loadDefinitions(project);
  if ("problems" in loaded) return loaded;
  return guarded(entryOf(project), async () => {
    const { uncheckedModel } = await import("../../generators/compile.ts");
    const keeper = keeperWith(openBuildMemory(kept));
    return onLoaded(() => uncheckedModel(loaded.definitions, { repository: repositoryOf(project) }, keeper));
  });
}
