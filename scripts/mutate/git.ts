import { runTool } from "../tools/run-tool.ts";

/** Asks git about a repository; undefined where git says no, as of a name that it does not know. */
export async function askGit(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  const { code, stdout } = await runTool({ path: "git" }, args, { cwd: folder });
  return code === 0 ? stdout : undefined;
}

/** What the rules are compared with, and how a person calls it. */
export type GitBase =
  | { readonly commit: string; readonly name: string }
  /** Why there is none. */
  | { readonly complaint: string };

/** What people compare with when they do not say: what is published, else the last commit. */
const published = "origin/main";

/**
 * The commit to compare with.
 *
 * @param wanted what the user named; left out: where this branch left `origin/main`, or `HEAD` where there is none
 */
export async function gitBase(root: string, wanted: string | undefined): Promise<GitBase> {
  if (wanted !== undefined) {
    const commit = await commitOf(root, wanted);
    return commit === undefined
      ? { complaint: `git does not know the commit "${wanted}".` }
      : { commit, name: wanted };
  }
  const fork = await askGit(root, "merge-base", "HEAD", published);
  if (fork !== undefined) return { commit: fork.trim(), name: published };
  const head = await commitOf(root, "HEAD");
  return head === undefined
    ? { complaint: "There is no commit to compare with: this is not a git repository, or it is empty." }
    : { commit: head, name: "HEAD" };
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
