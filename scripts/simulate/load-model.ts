import type { Definitions } from "../../generators/language/platform.ts";
import type { Model } from "../../generators/model/model.ts";
import type { Problem } from "../../generators/problem.ts";
import { findLoadProblems } from "../build/load-problems.ts";

/** What was defined, or why it cannot be read. */
export type LoadedModel =
  { readonly definitions: Definitions; readonly model: Model } | { readonly problems: readonly Problem[] };

/** Loads definitions/; what an author's module throws becomes a problem, as it does when they are built. */
export async function loadModel(root: string): Promise<LoadedModel> {
  // The author's line is found in the stack, and may lie below many calls inside the language.
  Error.stackTraceLimit = 50;
  try {
    const { definitions } = await import("../../definitions/index.ts");
    const { resolve } = await import("../../generators/model/resolve.ts");
    const { shapeProblems } = await import("../../generators/model/shape.ts");
    const malformed = shapeProblems(definitions);
    if (malformed.length > 0) return { problems: malformed };
    const { model, problems } = resolve(definitions);
    return problems.length > 0 ? { problems } : { definitions, model };
  } catch (error) {
    const problems = findLoadProblems(error, root);
    if (problems.length === 0) throw error;
    return { problems };
  }
}
