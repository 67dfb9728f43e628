import { contentKey } from "../kept/content-key.ts";
import { engineIdentity } from "../kept/engine-identity.ts";
import type { Project } from "../project/project.ts";
import { toolsState } from "../tools/tools-state.ts";
import { sourceFiles } from "./source-files.ts";

/**
 * A name for all that a run on a project depends on: the engine, the tools that there are, and the contents of the sources.
 *
 * @param more contents that it depends on besides
 * @returns undefined where that cannot be said: see `sourceFiles`
 */
export async function projectState(
  project: Project,
  ...more: readonly (string | Uint8Array)[]
): Promise<string | undefined> {
  const sources = sourceFiles(project);
  if (sources === undefined) return undefined;
  const tools = await toolsState(process.env);
  return contentKey(engineIdentity(), tools, ...[...sources].flat(), "more", ...more);
}
