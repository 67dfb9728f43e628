import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Problem } from "../../generators/problem.ts";
import { entryOf, type Project } from "./project.ts";
import { configName, readConfig } from "./read-config.ts";

/** What a project has when it says nothing else. */
const defaults = { definitions: "definitions/index.ts", out: "out" } as const;

export type ProjectSearch =
  | { readonly project: Project }
  /** No folder here or above is a project, in words for a person. */
  | { readonly complaint: string }
  /** There is one, and its configuration is wrong. */
  | { readonly problems: readonly Problem[] };

/** The project that a folder belongs to: the nearest one upwards that has a configuration or definitions. */
export async function findProject(folder: string): Promise<ProjectSearch> {
  // As the disk spells it: where upper and lower case do not matter, people may type either.
  const start = realpathSync.native(folder);
  for (let root = start; ; root = dirname(root)) {
    if (existsSync(join(root, configName))) return configured(root);
    if (isFile(join(root, defaults.definitions))) return { project: projectAt(root, defaults) };
    if (dirname(root) === root) return { complaint: noProject(start) };
  }
}

async function configured(root: string): Promise<ProjectSearch> {
  const read = await readConfig(root);
  if ("problems" in read) return read;
  const project = projectAt(root, { ...defaults, ...read.config });
  if (isFile(project.definitions)) return { project };
  const message = `there is no ${entryOf(project).file}`;
  const fix = 'say in "definitions" which module exports the definitions';
  return { problems: [{ check: "project-config", place: { file: configName, line: 1 }, message, fix }] };
}

function projectAt(root: string, { definitions, out }: { definitions: string; out: string }): Project {
  return { root, definitions: join(root, definitions), out: join(root, out) };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function noProject(folder: string): string {
  return `${folder} is no signalbox project, nor is a folder above it: a project has ${defaults.definitions}, or a ${configName} that names another module.`;
}
