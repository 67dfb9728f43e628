import { existsSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { versionOfModel } from "../../generators/review/of-model/version-of-model.ts";
import type { Version } from "../../generators/review/version.ts";
import type { Problem } from "../../generators/problem.ts";
import { gitBase } from "../project/git.ts";
import { findProject } from "../project/find-project.ts";
import { nameIn, type Project } from "../project/project.ts";
import { checkedOut } from "./checked-out.ts";
import { modelOfProject } from "./model-of-project.ts";
import { versionOfFolder } from "./version-of-folder.ts";

/** What is compared, and how a person calls it. */
export interface TwoVersions {
  readonly base: Version;
  readonly head: Version;
  /** `origin/main (6dd26733), built from its own definitions` */
  readonly taken: string;
}

export type Taking = TwoVersions | { readonly problems: readonly Problem[] } | { readonly complaint: string };

/** Two folders of plain files, or two such files. */
export function twoFolders(base: string, head: string): Taking {
  const missing = [base, head].find((path) => !existsSync(path));
  if (missing !== undefined) return { complaint: `There is no folder or file ${missing}.` };
  return {
    base: versionOfFolder(base),
    head: versionOfFolder(head),
    taken: `the plain files of ${base} and of ${head}`,
  };
}

/**
 * The project, and what it is compared with.
 *
 * @param wanted a commit or a folder; left out: where the branch began
 */
export async function projectAndBase(project: Project, wanted: string | undefined): Promise<Taking> {
  const base = await gitBase(project.root, wanted).catch(() => ({ complaint: "git cannot be asked." }));
  if ("complaint" in base) {
    return wanted !== undefined && isFolder(wanted) ? withFolder(project, resolve(wanted), wanted) : base;
  }
  const name = `${base.name} (${base.commit.slice(0, 8)})`;
  const there = await checkedOut(project.root, base.commit);
  try {
    return await withFolder(project, there.root, name);
  } finally {
    there.remove();
  }
}

/** The project beside what lies in a folder: another state of it, or plain files. */
async function withFolder(project: Project, folder: string, name: string): Promise<Taking> {
  const head = await modelOfProject(project, project);
  if ("problems" in head) return head;
  const search = await findProject(folder);
  const isProject = "project" in search && relative(folder, search.project.root) === "";
  if (!isProject) return plainly(project, folder, `${name} has no definitions`);
  const base = await modelOfProject(search.project, project);
  if ("problems" in base) {
    const [first] = base.problems;
    const why = first ? `: ${first.place.file}:${first.place.line}: ${first.message}` : "";
    return plainly(
      project,
      search.project.out,
      `the definitions of ${name} do not load with this version${why}`,
    );
  }
  return {
    base: versionOfModel(base.model),
    head: versionOfModel(head.model),
    taken: `${name}, built from its own definitions`,
  };
}

/** What was built is compared, where definitions cannot be. */
function plainly(project: Project, folder: string, why: string): Taking {
  const out = nameIn(project, project.out);
  const own = existsSync(join(folder, out)) ? join(folder, out) : folder;
  if (!isFolder(own) || !isFolder(project.out))
    return { complaint: `${why}, and there is no ${out}/ to compare.` };
  return {
    base: versionOfFolder(own),
    head: versionOfFolder(project.out),
    taken: `${why}, so ${out}/ is compared`,
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
