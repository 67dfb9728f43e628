import { createRequire } from "node:module";
import { realpathSync } from "node:fs";
import { sep } from "node:path";
import type { Definitions } from "../../generators/language/platform.ts";
import type { Problem } from "../../generators/problem.ts";
import { engine } from "../engine.ts";
import { guarded, isAuthorsIn } from "./load-problems.ts";
import { loadModule } from "./load-module.ts";
import { setsExitCode } from "./sets-exit-code.ts";
import { entryOf, nameIn, type Project } from "./project.ts";
import { withoutChance } from "./without-chance.ts";

export type LoadedDefinitions =
  { readonly definitions: Definitions } | { readonly problems: readonly Problem[] };

/** Loads what a project defines; what an author's module throws becomes a problem. */
export async function loadDefinitions(project: Project): Promise<LoadedDefinitions> {
  const otherEngineProblem = otherEngine(project);
  if (otherEngineProblem) return { problems: [otherEngineProblem] };
  return guarded(entryOf(project), async () => {
    const code = process.exitCode;
    const { definitions } = await withoutChance(
      (path) => isAuthorsIn(project.root, path),
      () => loadModule(project.definitions, project.root),
    );
    if (process.exitCode !== code) {
      process.exitCode = code;
      return { problems: [setsExitCode(project)] };
    }
    return areDefinitions(definitions) ? { definitions } : { problems: [noDefinitions(project)] };
  });
}

/** Whether there is something to compile; of which shape its parts are is asked by the compiler. */
function areDefinitions(exported: unknown): exported is Definitions {
  return (
    typeof exported === "object" &&
    exported !== null &&
    "platform" in exported &&
    "services" in exported &&
    Array.isArray(exported.services)
  );
}

function noDefinitions(project: Project): Problem {
  return {
    check: "definitions-load",
    place: { file: entryOf(project).file, line: 1 },
    message: "this module exports no definitions",
    fix: "export const definitions: Definitions = { platform: platform({ … }), services: [ … ] }",
  };
}

/** What is wrong when the definitions import another installation of signalbox than the one that is running. */
function otherEngine(project: Project): Problem | undefined {
  let imported: string;
  try {
    imported = realpathSync.native(createRequire(project.definitions).resolve("signalbox"));
  } catch {
    // It is not installed: the compiler says so at the line that imports it.
    return undefined;
  }
  if (imported.startsWith(realpathSync.native(engine.packageFolder).replace(/[\\/]?$/, sep)))
    return undefined;
  return {
    check: "definitions-load",
    place: { file: entryOf(project).file, line: 1 },
    message: `the definitions import signalbox from ${nameIn(project, imported)}, but another installation is running, version ${engine.versionOf("signalbox")}`,
    fix: "run the one that is installed in the project: npx signalbox, or a script in its package.json",
  };
}
