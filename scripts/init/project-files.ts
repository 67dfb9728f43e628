import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "../../generators/output.ts";
import type { Answers } from "./answers.ts";
import { ciFiles } from "./ci-files.ts";
import { definitionFiles } from "./definition-files.ts";
import { readmeFile } from "./readme-file.ts";
import { rootFiles } from "./root-files.ts";

/** What a new project is told of the folder that it is made in. */
export interface Surroundings {
  /** What package.json installs as signalbox. */
  readonly dependency: string;
  /** Where the project lies in its repository, with `/`; left out: at the top. */
  readonly subfolder?: string;
  /** Where what is to be read first is written; left out: README.md. */
  readonly readme?: string;
  /** What a coding agent is told; left out: nothing. */
  readonly agents?: Files;
}

/** All files of a new project but package.json, by their paths in it. */
export function projectFiles(answers: Answers, starter: Files, surroundings: Surroundings): Files {
  const { dependency, subfolder, readme = "README.md", agents = {} } = surroundings;
  return {
    ...definitionFiles(answers, starter),
    ...rootFiles,
    ...ciFiles(answers.ci, subfolder),
    [readme]: readmeFile(answers, dependency),
    ...agents,
  };
}

/** The definitions that a new project starts from: an example that is in the package. */
export function readStarter(packageFolder: string): Files {
  const folder = join(packageFolder, "examples/starter/definitions");
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [`definitions/${path}`, readFileSync(join(folder, path), "utf8")]),
  );
}

/** What a coding agent is told that changes the definitions. Where somebody has told it something else already, nothing. */
export function readAgents(packageFolder: string, isThere: (path: string) => boolean): Files {
  const path = "AGENTS.md";
  return isThere(path) ? {} : { [path]: readFileSync(join(packageFolder, "examples/starter", path), "utf8") };
}
