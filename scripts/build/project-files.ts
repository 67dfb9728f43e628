import { dirname, join } from "node:path";
import { projectConfig, type Project } from "../project/project.ts";

/** What npm writes when it has installed something. */
export const installed = "node_modules/.package-lock.json";

/** What a build of a project reads beside its definitions and what the compiler reads, whether it is there or not. */
export function filesOfProject({ root }: Pick<Project, "root">): string[] {
  return ["package.json", "package-lock.json", projectConfig, installed].map((file) => join(root, file));
}

/** A folder of a project and all above it, up to the project's own. */
export function foldersUpFrom(folder: string, root: string): string[] {
  return folder.length <= root.length ? [root] : [folder, ...foldersUpFrom(dirname(folder), root)];
}
