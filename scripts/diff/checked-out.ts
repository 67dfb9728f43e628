import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { engine } from "../engine.ts";
import { askGit } from "../mutate/git.ts";
import { runTool, type RunToolOptions } from "../tools/run-tool.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

/** A commit as it was, in a folder of its own. */
export interface CheckedOut {
  /** The folder that the project's is in that commit: what lies in it itself is there, and nothing below. */
  readonly root: string;
  /** Writes what lies below a folder of the project. */
  readonly writeBelow: (folder: string) => Promise<void>;
  /** Writes all that is not there yet, of the repository too. */
  readonly writeRest: () => Promise<void>;
  readonly remove: () => void;
}

/**
 * Has the files of a commit written into a temporary folder, with what is installed in the project. The repository is only read: nothing
 * of it knows of the folder, which goes with this process at the latest. To write thousands of files takes longer than to build of them, so
 * each part is written when it is asked for.
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
    const git = (input: string, ...args: readonly string[]) =>
      readGit(args, { cwd: top?.trim() ?? root, env, input });
    await git("", "read-tree", commit);
    const below = prefix?.trim() ?? "";
    const paths = (await git("", "ls-files", "-z")).split("\0").filter((path) => path !== "");
    const left = new Set(paths);
    const write = async (isWanted: (path: string) => boolean) => {
      const wanted = [...left].filter(isWanted);
      for (const path of wanted) left.delete(path);
      await git(wanted.join("\0"), "checkout-index", "-z", "--stdin", `--prefix=${files}/`);
    };
    await write((path) => path.startsWith(below) && !path.slice(below.length).includes("/"));
    const own = join(files, below);
    mkdirSync(own, { recursive: true });
    install({ from: root, into: own }, top?.trim() ?? root);
    return {
      root: own,
      writeBelow: (name) => write((path) => path.startsWith(`${below}${name}/`)),
      writeRest: () => write(() => true),
      remove: folder.remove,
    };
  } catch (error) {
    folder.remove();
    throw error;
  }
}

async function readGit(args: readonly string[], options: RunToolOptions): Promise<string> {
  const { code, stdout, stderr } = await runTool({ path: "git" }, args, options);
  if (code !== 0) throw new Error(`git ${args.join(" ")}: ${stderr.trim()}`);
  return stdout;
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
