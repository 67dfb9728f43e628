import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "../../generators/output.ts";
import type { Answers } from "./answers.ts";
import { inTheWay } from "../project/in-the-way.ts";
import { projectConfig } from "../project/project.ts";
import { completedGitFile, gitFiles } from "./git-files.ts";
import { folderInRepository } from "./git-top.ts";
import { installedAs, type RunningPackage } from "./installed-as.ts";
import { packageFile, type PackageFile } from "./package-file.ts";
import { projectFiles, readAgents, readStarter } from "./project-files.ts";
import { remarksOn } from "./remarks.ts";

export type Plan =
  | {
      readonly files: Files;
      /** Where it stands what to change before the first deployment. */
      readonly readme: string;
      /** What became of files that were there, and what a person must do with what is written; a sentence or two each. */
      readonly remarks: readonly string[];
    }
  /** What is in the way, in words for a person. */
  | { readonly complaint: string };

/** All files that a new project in this folder needs, or what keeps it from being there. Nothing is written. */
export function planProject(folder: string, answers: Answers, running: RunningPackage): Plan {
  const description = descriptionIn(folder, answers, running);
  const isThere = (path: string) => existsSync(join(folder, path));
  // That of a new repository is about what the repository is for, and stays.
  const readme = isThere("README.md") ? "MONITORING.md" : "README.md";
  const subfolder = folderInRepository(folder);
  const dependency = "dependency" in description ? description.dependency : "";
  const agents = readAgents(running.packageFolder, isThere);
  const starter = readStarter(running.packageFolder);
  const files = projectFiles(answers, starter, { dependency, subfolder, readme, agents });
  const completed = completedIn(folder);
  // What is completed is never in the way.
  const paths = Object.keys(files).filter((path) => completed[path] === undefined);
  const found = inTheWay(folder, [...paths, ...otherwise]);
  if ("complaints" in description) return { complaint: refusal(folder, found, description.complaints) };
  if (found.length > 0) return { complaint: refusal(folder, found, []) };
  const { replaced, text } = description;
  const remarks = remarksOn({
    dependency,
    replaced,
    completed: Object.keys(completed),
    readme,
    subfolder,
    answers,
  });
  return { files: { ...files, ...completed, "package.json": text }, readme, remarks };
}

function descriptionIn(folder: string, { name }: Answers, running: RunningPackage): PackageFile {
  const dependency = installedAs(running, folder);
  const path = join(folder, "package.json");
  if (!existsSync(path)) return packageFile(name, dependency);
  const hasFile = (main: string) => existsSync(join(folder, main));
  return packageFile(name, dependency, { text: readFileSync(path, "utf8"), hasFile });
}

/** The lists of git's that are there, with what they lack. */
function completedIn(folder: string): Files {
  const there = gitFiles.filter((file) => existsSync(join(folder, file)));
  return Object.fromEntries(
    there.map((file) => [file, completedGitFile[file](readFileSync(join(folder, file), "utf8"))]),
  );
}

/** What would send a build to other definitions. */
const otherwise = [projectConfig];

function refusal(folder: string, found: readonly string[], complaints: readonly string[]): string {
  const lines = [...found.map((path) => `  ${path}`), ...complaints.map((complaint) => `  ${complaint}`)];
  const move = "Move away what is in the way, or start in another folder: signalbox init FOLDER";
  return `Nothing was written to ${folder}: this is in the way.\n\n${lines.join("\n")}\n\n${
    found.length > 0 ? move : "Nothing in package.json is overwritten."
  }`;
}
