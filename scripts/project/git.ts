import { runTool } from "../tools/run-tool.ts";

/** Asks git about a repository; undefined where git says no, as of a name that it does not know. */
export async function askGit(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  const { code, stdout } = await runTool({ path: "git" }, args, { cwd: folder });
  return code === 0 ? stdout : undefined;
}

/** The texts of files at a commit, undefined where there is none, all in one question. */
export async function textsAt(
  folder: string,
  commit: string,
  paths: readonly string[],
): Promise<(string | undefined)[]> {
  const input = paths.map((path) => `${commit}:./${path}\n`).join("");
  const { stdout } = await runTool({ path: "git" }, ["cat-file", "--batch"], { cwd: folder, input });
  const answer = Buffer.from(stdout);
  let at = 0;
  return paths.map(() => {
    const end = answer.indexOf("\n", at);
    const [, size] = /^[\da-f]+ blob (\d+)$/.exec(answer.toString("utf8", at, end)) ?? [];
    at = end + 1;
    if (size === undefined) return undefined;
    const text = answer.toString("utf8", at, at + Number(size));
    at += Number(size) + 1;
    return text;
  });
}

/** What the rules are compared with, and how a person calls it. */
export type GitBase =
  | { readonly commit: string; readonly name: string }
  /** Why there is none. */
  | { readonly complaint: string };

/** What people compare with when they do not say: what is published, else what everybody's branches begin at. */
const trunk = "main";
const published = `origin/${trunk}`;

/**
 * The commit to compare with.
 *
 * @param wanted what the user named; left out: where this branch left `origin/main` or `main`, or `HEAD` where there is none
 */
export async function gitBase(root: string, wanted: string | undefined): Promise<GitBase> {
  if (wanted !== undefined) {
    const commit = await commitOf(root, wanted);
    return commit === undefined
      ? { complaint: `git does not know the commit "${wanted}".` }
      : { commit, name: wanted };
  }
  const fork = await forkOf(root, await branchOf(root));
  if (fork !== undefined) return fork;
  const head = await commitOf(root, "HEAD");
  return head === undefined
    ? { complaint: "There is no commit to compare with: this is not a git repository, or it is empty." }
    : { commit: head, name: "HEAD" };
}

/** A branch on which somebody works, and where it began. */
export interface Branch {
  readonly name: string;
  readonly base: { readonly commit: string; readonly name: string };
}

/** The branch that is checked out; undefined where there is none, where it is the trunk itself, and where it is no other than that. */
export async function workedOnBranch(root: string): Promise<Branch | undefined> {
  const name = await branchOf(root);
  if (name === undefined || name === trunk) return undefined;
  const base = await forkOf(root, name);
  if (base === undefined) return undefined;
  const [head, edits] = await Promise.all([
    commitOf(root, "HEAD"),
    askGit(root, "status", "--porcelain", "."),
  ]);
  return head === base.commit && edits === "" ? undefined : { name, base };
}

async function branchOf(root: string): Promise<string | undefined> {
  const name = await askGit(root, "symbolic-ref", "--quiet", "--short", "HEAD");
  return name?.trim();
}

/** Where a branch left the trunk. */
async function forkOf(root: string, branch: string | undefined): Promise<Branch["base"] | undefined> {
  for (const name of branch === trunk ? [published] : [published, trunk]) {
    const fork = await askGit(root, "merge-base", "HEAD", name);
    if (fork !== undefined) return { commit: fork.trim(), name };
  }
  return undefined;
}

async function commitOf(root: string, name: string): Promise<string | undefined> {
  // What begins with a dash would be an option.
  const found = await askGit(
    root,
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${name}^{commit}`,
  );
  return found?.trim();
}
