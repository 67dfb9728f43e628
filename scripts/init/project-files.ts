import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "../../generators/output.ts";
import type { Answers } from "./answers.ts";
import { ciFiles } from "./ci-files.ts";
import { definitionFiles } from "./definition-files.ts";
import { readmeFile } from "./readme-file.ts";
import { rootFiles } from "./root-files.ts";

/** All files of a new project but package.json, by their paths in it. */
export function projectFiles(answers: Answers, starter: Files, dependency: string): Files {
  return {
    ...definitionFiles(answers, starter),
    ...rootFiles,
    ...ciFiles[answers.ci],
    "README.md": readmeFile(answers, dependency),
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
