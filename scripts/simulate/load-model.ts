import type { Definitions } from "../../generators/language/platform.ts";
import type { Model } from "../../generators/model/model.ts";
import type { Problem } from "../../generators/problem.ts";
import { build } from "../build/build.ts";
import { compileDefinitions, type CompiledProject } from "../build/compile-definitions.ts";
import type { Project } from "../project/project.ts";
import { freshness } from "../validate/freshness.ts";

/** What was defined, or why it cannot be simulated. */
export type LoadedModel =
  { readonly definitions: Definitions; readonly model: Model } | { readonly problems: readonly Problem[] };

/** Loads the definitions, in which nothing may be wrong: what they lack would be missed by the simulated world too. */
export async function loadModel(project: Project): Promise<LoadedModel> {
  return asLoaded(await compileDefinitions(project));
}

/** The same for commands that run out/ as well: it must match the definitions. */
export async function loadDeployed(project: Project): Promise<LoadedModel> {
  const compiled = await compileDefinitions(project);
  const outcome = build({ compiled, outFolder: project.out, mode: "check" });
  if (outcome.kind !== "checked") return { problems: "problems" in outcome ? outcome.problems : [] };
  const { problems } = freshness(outcome);
  return problems.length > 0 ? { problems } : asLoaded(compiled);
}

function asLoaded({ definitions, model, problems }: CompiledProject): LoadedModel {
  return definitions && model ? { definitions, model } : { problems };
}
