import type { Definitions } from "../../generators/language/platform.ts";
import type { Model } from "../../generators/model/model.ts";
import type { Problem } from "../../generators/problem.ts";
import { guarded, loadDefinitions } from "../project/load-definitions.ts";
import type { Project } from "../project/project.ts";

/** What was defined, or why it cannot be read. */
export type LoadedModel =
  { readonly definitions: Definitions; readonly model: Model } | { readonly problems: readonly Problem[] };

/** Loads the definitions and resolves them; the checks are left to the build. */
export async function loadModel(project: Project): Promise<LoadedModel> {
  const loaded = await loadDefinitions(project);
  if ("problems" in loaded) return loaded;
  const { definitions } = loaded;
  return guarded(project, async (): Promise<LoadedModel> => {
    const { resolve } = await import("../../generators/model/resolve.ts");
    const { shapeProblems } = await import("../../generators/model/shape.ts");
    const malformed = shapeProblems(definitions);
    if (malformed.length > 0) return { problems: malformed };
    const { model, problems } = resolve(definitions);
    return problems.length > 0 ? { problems } : { definitions, model };
  });
}
