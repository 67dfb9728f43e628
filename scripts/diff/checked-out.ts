import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { engine } from "../engine.ts";
import { askGit } from "../project/git.ts";
import { runTool, type RunToolOptions } from "../tools/run-tool.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

/** A commit as it was, in a folder of its own. */
export interface CheckedOut {
  /** The folder that the project's is in that commit, with what lies in it itself, and in one folder below. */
  readonly part: string;
  /** Writes all of the repository elsewhere: what could not be loaded of a part is not tried again at its place. */
  readonly whole: () => Promise<string>;
  readonly remove: () => void;
}

/**
 * Has the files of a commit written into a temporary folder, with what is installed in the project. The repository is only read: nothing
 * of it knows of the folder, which goes with this process at the latest. To write thousands of files takes longer than to build of them, so
 * that is done only where a part is not enough.
 *
 * @param below the folder of the project that is enough, as a rule
 */
export async function checkedOut(root: string, commit: string, below: string): Promise<CheckedOut> {
  const [top = root, prefix = ""] = await Promise.all([
    askGit(root, "rev-parse", "--show-toplevel").then((answer) => answer?.trim()),
    askGit(root, "rev-parse", "--show-prefix").then((answer) => answer?.trim()),
  ]);
  const folder = temporaryFolder("diff-");
  try {
    // Made of the project's own index it would seem that everything was staged.
    const env = { ...process.env, GIT_INDEX_FILE: join(folder.path, "index") };
    const git = (args: readonly string[], input = "") => readGit(args, { cwd: top, env, input });
    await git(["read-tree", commit]);
    const paths = (await git(["ls-files", "-z"])).split("\0").filter((path) => path !== "");
    const written = async (name: string, isWanted: (path: string) => boolean) => {
      const files = join(folder.path, name);
      const list = paths.filter(isWanted).map((path) => `${path}\0`);
      await git(["checkout-index", "-z", "--stdin", `--prefix=${files}/`], list.join(""));
      const own = join(files, prefix);
      mkdirSync(own, { recursive: true });
      install({ from: root, into: own }, top);
      return own;
    };
    const isOfPart = (path: string) => {
      const own = path.startsWith(prefix) ? path.slice(prefix.length) : "/";
      return !own.includes("/") || own.startsWith(`${below}/`);
    };
    const part = await written("part", isOfPart);
    return { part, whole: () => written("whole", () => true), remove: folder.remove };
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
  // What somebody has committed under this name may lead to where the packages really are, and nothing is written there.
  rmSync(modules, { recursive: true, force: true });
  mkdirSync(modules);
  for (let folder = from; ; folder = dirname(folder)) {
    const installed = join(folder, "node_modules");
    for (const name of existsSync(installed) ? readdirSync(installed) : []) {
      const [target, path] = [join(installed, name), join(modules, name)];
      // A link that leads nowhere is none.
      const isWanted = !name.startsWith(".") && existsSync(target) && !existsSync(path);
      if (isWanted) symlinkSync(target, path, "junction");
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
