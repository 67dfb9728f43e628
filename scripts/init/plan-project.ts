import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "../../generators/output.ts";
import type { Answers } from "./answers.ts";
import { inTheWay } from "../project/in-the-way.ts";
import { installedAs, type RunningPackage } from "./installed-as.ts";
import { packageFile } from "./package-file.ts";
import { projectFiles, readStarter } from "./project-files.ts";

export type Plan =
  | { readonly files: Files }
  /** What is in the way, in words for a person. */
  | { readonly complaint: string };

/** All files that a new project in this folder needs, or what keeps it from being there. Nothing is written. */
export function planProject(folder: string, answers: Answers, running: RunningPackage): Plan {
  const dependency = installedAs(running, folder);
  const files = projectFiles(answers, readStarter(running.packageFolder), dependency);
  const packagePath = join(folder, "package.json");
  const existing = existsSync(packagePath) ? readFileSync(packagePath, "utf8") : undefined;
  const description = packageFile(answers.name, dependency, existing);
  // package.json is completed, and so never in the way.
  const found = inTheWay(folder, [...Object.keys(files), ...otherwise]);
  const complaints = "complaints" in description ? description.complaints : [];
  if (found.length > 0 || complaints.length > 0) return { complaint: refusal(folder, found, complaints) };
  return { files: "text" in description ? { ...files, "package.json": description.text } : files };
}

/** What would send a build to other definitions. */
const otherwise = ["signalbox.config.ts"];

function refusal(folder: string, found: readonly string[], complaints: readonly string[]): string {
  const lines = [...found.map((path) => `  ${path}`), ...complaints.map((complaint) => `  ${complaint}`)];
  const move = "Move away what is in the way, or start in another folder: signalbox init FOLDER";
  return `Nothing was written to ${folder}: this is in the way.\n\n${lines.join("\n")}\n\n${
    found.length > 0 ? move : "Nothing in package.json is overwritten."
  }`;
}
