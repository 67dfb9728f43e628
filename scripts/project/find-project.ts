import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join, isAbsolute, normalize } from "node:path";
import { z } from "zod";
import type { ProjectConfig } from "../../generators/language/config.ts";
import type { Problem } from "../../generators/problem.ts";
import { nearestWord } from "../../generators/text/suggestion.ts";
import { loadModule } from "./load-module.ts";
import { guarded } from "./load-problems.ts";
import { entryOf, projectConfig, type Project } from "./project.ts";

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
    if (existsSync(join(root, projectConfig))) return configured(root);
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
  const fix = 'set "definitions" to the module that exports the definitions';
  return { problems: [{ check: "project-config", place: { file: projectConfig, line: 1 }, message, fix }] };
}

function projectAt(root: string, { definitions, out }: { definitions: string; out: string }): Project {
  return { root, definitions: join(root, definitions), out: join(root, out) };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function noProject(folder: string): string {
  return `Neither ${folder} nor any folder above it is a signalbox project: a project has ${defaults.definitions}, or a ${projectConfig} that names another module.`;
}

/** A path that stays below the project: the build writes nowhere else. */
const inside = z
  .string()
  .refine((path) => path !== "" && !isAbsolute(path) && !/^\.\.?(?:[\\/]|$)/.test(normalize(path)), {
    error: "must be a path inside the project, such as monitoring/out",
  });

const shape = z.strictObject({ definitions: inside.exactOptional(), out: inside.exactOptional() });

/** Reads the configuration of the project in this folder. */
async function readConfig(
  root: string,
): Promise<{ readonly config: ProjectConfig } | { readonly problems: readonly Problem[] }> {
  const loaded = await guarded({ root, file: projectConfig }, async () => ({
    exported: await loadModule(join(root, projectConfig), root),
  }));
  if ("problems" in loaded) return loaded;
  const exported = loaded.exported["default"];
  if (exported === undefined) return { problems: [wrong("it has no default export")] };
  const read = shape.safeParse(exported);
  return read.success ? { config: read.data } : { problems: read.error.issues.flatMap(problemsOf) };
}

function problemsOf(issue: z.core.$ZodIssue): readonly Problem[] {
  if (issue.code !== "unrecognized_keys") {
    return [wrong([issue.path.join("."), issue.message].filter(Boolean).join(": "))];
  }
  return issue.keys.map((key) => {
    const meant = nearestWord(key, Object.keys(defaults));
    return wrong(`there is no option ${key}`, meant === undefined ? wholeConfig : `write ${meant}`);
  });
}

const wholeConfig = 'export default defineConfig({ definitions: "…", out: "…" }), each of them optional';

function wrong(message: string, fix = wholeConfig): Problem {
  return { check: "project-config", place: { file: projectConfig, line: 1 }, message, fix };
}
