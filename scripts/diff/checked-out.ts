import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { engine } from "../engine.ts";
import { askGit } from "../project/git.ts";
import { runTool } from "../tools/run-tool.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

/** A commit as it was, in a folder of its own. */
export interface CheckedOut {
  /** The folder that the project's is in that commit. */
  readonly root: string;
  readonly remove: () => void;
}

/**
 * Writes the files of a commit into a temporary folder, with what is installed in the project. The repository is only read: nothing of it
 * knows of the folder, which goes with this process at the latest.
 */
export async function checkedOut(root: string, commit: string): Promise<CheckedOut> {
  const [top, prefix] = await Promise.all([
    askGit(root, "rev-parse", "--show-toplevel"),
    askGit(root, "rev-parse", "--show-prefix"),
  ]);
  const folder = temporaryFolder("diff-");
  try {
    const files = join(folder.path, "files");
    // Made of the project's own index it would seem that everything was staged.
    const env = { ...process.env, GIT_INDEX_FILE: join(folder.path, "index") };
    const git = (...args: readonly string[]) => readGit(args, top?.trim() ?? root, env);
    await git("read-tree", commit);
    await git("checkout-index", "--all", `--prefix=${files}/`);
    const own = join(files, prefix?.trim() ?? "");
    mkdirSync(own, { recursive: true });
    install({ from: root, into: own }, top?.trim() ?? root);
    return { root: own, remove: folder.remove };
  } catch (error) {
    folder.remove();
    throw error;
  }
}

async function readGit(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { code, stderr } = await runTool({ path: "git" }, args, { cwd, env });
  if (code !== 0) throw new Error(`git ${args.join(" ")}: ${stderr.trim()}`);
}

/** What is installed in the project and above it is there too, and the engine is the one that is running. */
function install({ from, into }: { readonly from: string; readonly into: string }, top: string): void {
  const modules = join(into, "node_modules");
  mkdirSync(modules, { recursive: true });
  for (let folder = from; ; folder = dirname(folder)) {
    const installed = join(folder, "node_modules");
    for (const name of existsSync(installed) ? readdirSync(installed) : []) {
      const path = join(modules, name);
      if (!name.startsWith(".") && !existsSync(path)) symlinkSync(join(installed, name), path, "junction");
    }
    if (folder === top || dirname(folder) === folder) break;
  }
  if (!existsSync(join(modules, "signalbox"))) {
    symlinkSync(engine.packageFolder, join(modules, "signalbox"), "junction");
  }
  withoutName(join(into, "package.json"));
}

/** In the engine's own repository "signalbox" would be the engine of that commit. */
function withoutName(path: string): void {
  if (!existsSync(path)) return;
  const description: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (typeof description !== "object" || description === null) return;
  if (!("name" in description) || description.name !== "signalbox") return;
  const { name: _, ...rest } = description;
  writeFileSync(path, JSON.stringify(rest));
}
