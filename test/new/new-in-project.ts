import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { KnownProject, Refused } from "../../scripts/new/known-project.ts";
import type { Planned } from "../../scripts/new/planned.ts";
import { writeFiles } from "../../scripts/new/written-files.ts";
import { loadDefinitions } from "../../scripts/project/load-definitions.ts";

/** The project in this folder, as the command knows it. */
export async function knownProject(
  root: string,
  definitions = "definitions/index.ts",
): Promise<KnownProject> {
  const project = { root, definitions: join(root, definitions), out: join(root, "out") };
  const loaded = await loadDefinitions(project);
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  return { project, definitions: loaded.definitions };
}

/** Writes what was planned, and says which files these are. */
export function write(root: string, plan: Planned | Refused): readonly string[] {
  if ("refused" in plan) throw new Error(plan.refused);
  const failure = writeFiles(root, plan.files);
  if (failure !== undefined) throw new Error(failure);
  return plan.files.map(({ kind, path }) => `${kind} ${path}`);
}

/** Answers whatever the files have left open, as a person would. */
export function answer(root: string, paths: readonly string[]): void {
  const open = new RegExp(`"${"TO" + "DO"}: [^"]*"`, "g");
  for (const path of paths.filter((one) => existsSync(join(root, one)))) {
    const text = readFileSync(join(root, path), "utf8");
    writeFileSync(join(root, path), text.replace(open, '"Jobs wait, and nobody notices yet."'));
  }
}
