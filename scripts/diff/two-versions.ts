import { existsSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { versionOfModel } from "../../generators/review/of-model/version-of-model.ts";
import type { Version } from "../../generators/review/version.ts";
import type { Problem } from "../../generators/problem.ts";
import { gitBase } from "../project/git.ts";
import { findProject } from "../project/find-project.ts";
import { nameIn, type Project } from "../project/project.ts";
import { checkedOut, type CheckedOut } from "./checked-out.ts";
import { modelOfProject } from "../build/model-of-project.ts";
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
    return wanted !== undefined && isFolder(wanted)
      ? withFolder(project, resolve(wanted), { name: wanted })
      : base;
  }
  const name = `${base.name} (${base.commit.slice(0, 8)})`;
  const there = await checkedOut(project.root, base.commit, firstFolder(project));
  try {
    return await withFolder(project, there.part, { name, whole: there.whole });
  } finally {
    there.remove();
  }
}

/** How a person calls what is in a folder, and where it is not all that there is, what gives the folder that has it. */
interface Called {
  readonly name: string;
  readonly whole?: CheckedOut["whole"];
}

/** The project beside what lies in a folder: another state of it, or plain files. */
async function withFolder(project: Project, folder: string, { name, whole }: Called): Promise<Taking> {
  const head = await modelOfProject(project, project);
  if ("problems" in head) return head;
  const part = await modelIn(folder, project);
  const isEnough = (part && "model" in part) || !whole;
  const there = isEnough ? folder : await whole();
  const base = isEnough ? part : await modelIn(there, project);
  if (!base) return plainly(project, there, `${name} has no definitions`);
  if ("problems" in base) {
    const [first] = base.problems;
    const why = first ? `: ${first.place.file}:${first.place.line}: ${first.message}` : "";
    return plainly(project, base.out, `the definitions of ${name} do not load with this version${why}`);
  }
  return {
    base: versionOfModel(base.model),
    head: versionOfModel(head.model),
    taken: `${name}, built from its own definitions`,
  };
}

/** The folder of the project that its definitions lie in. */
function firstFolder({ root, definitions }: Project): string {
  return relative(root, definitions).split(sep)[0] ?? "";
}

/** What the project in a folder defines; undefined: it is none. */
async function modelIn(folder: string, kept: Project) {
  const search = await findProject(folder);
  if (!("project" in search) || relative(folder, search.project.root) !== "") return undefined;
  return { out: search.project.out, ...(await modelOfProject(search.project, kept)) };
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
