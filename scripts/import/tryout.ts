import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Problem } from "../../generators/problem.ts";
import type { TestedModel } from "../../generators/rule-tests/tested-model.ts";
import { checkedTypes } from "../build/type-check.ts";
import { engine } from "../engine.ts";
import type { WrittenFile } from "../new/written-files.ts";
import { loadDefinitions } from "../project/load-definitions.ts";
import { guarded } from "../project/load-problems.ts";
import { onLoaded } from "../project/on-loaded.ts";
import { entryOf, nameIn, projectConfig, type Project } from "../project/project.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

/** What comes of a project once files are written into it. */
export interface Tryout {
  /** What does not compile, or what the checks find. */
  readonly problems: readonly Problem[];
  /** Undefined where it could not be loaded. */
  readonly model: TestedModel | undefined;
}

/** Builds a copy of the project with these files in it; the project itself stays as it is. */
export async function triedOut(project: Project, files: readonly WrittenFile[]): Promise<Tryout> {
  const folder = temporaryFolder("import-");
  try {
    const copy = copyOf(project, realpathSync.native(folder.path));
    for (const { path, text } of files) {
      mkdirSync(dirname(join(copy.root, path)), { recursive: true });
      writeFileSync(join(copy.root, path), text);
    }
    const { problems } = await checkedTypes(copy, { fresh: true });
    return problems.length > 0 ? { problems, model: undefined } : await compiled(copy);
  } finally {
    folder.remove();
  }
}

async function compiled(project: Project): Promise<Tryout> {
  const loaded = await loadDefinitions(project);
  if ("problems" in loaded) return { problems: loaded.problems, model: undefined };
  const { findingsOf, uncheckedModel } = await import("../../generators/compile.ts");
  const made = await guarded(entryOf(project), () => onLoaded(() => uncheckedModel(loaded.definitions)));
  if ("problems" in made) return { problems: made.problems, model: undefined };
  const { model } = made;
  const found = await guarded(entryOf(project), () => onLoaded(() => ({ problems: findingsOf(model) })));
  return { problems: found.problems, model };
}

/** The definitions and what they are read with. What is installed is the same. */
function copyOf(project: Project, root: string): Project {
  const { definitions, out } = project;
  const [first = ""] = nameIn(project, definitions).split("/");
  cpSync(join(project.root, first), join(root, first), { recursive: true });
  const isRead = (name: string) =>
    /^tsconfig.*\.json$/.test(name) || name === "package.json" || name === projectConfig;
  for (const name of readdirSync(project.root).filter(isRead))
    cpSync(join(project.root, name), join(root, name));
  install(project.root, root);
  return {
    root,
    definitions: join(root, nameIn(project, definitions)),
    out: join(root, nameIn(project, out)),
  };
}

function install(from: string, into: string): void {
  const installed = join(from, "node_modules");
  if (existsSync(join(installed, "signalbox")))
    return symlinkSync(installed, join(into, "node_modules"), "junction");
  mkdirSync(join(into, "node_modules"));
  symlinkSync(engine.packageFolder, join(into, "node_modules/signalbox"), "junction");
}
