import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { toolCacheFolder } from "../tools/cache-folder.ts";
import type { Start } from "./measure.ts";
import { findThreshold, type Threshold } from "./threshold.ts";

/** A project in a folder of its own, with caches of its own: nothing that is measured there can touch anything else. */
export interface Place {
  readonly folder: string;
  readonly caches: string;
}

/** One with a threshold in its definitions that may be changed. */
export interface ProjectPlace extends Place {
  readonly threshold: Threshold;
}

/** What a checkout has beside what git knows: its dependencies, and the tools that an older edition fetched. */
const linked = ["node_modules", ".cache"];

/** A copy of a checkout as it is now, whose definitions may be changed; its dependencies are linked. */
export function copyOf(checkout: string, parent: string): ProjectPlace {
  const folder = join(parent, "copy");
  for (const path of git(checkout, "ls-files", "-z").split("\0").filter(Boolean)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (existsSync(join(checkout, path))) cpSync(join(checkout, path), join(folder, path));
  }
  for (const name of linked) {
    if (existsSync(join(checkout, name))) symlinkSync(join(checkout, name), join(folder, name), "junction");
  }
  // As in a repository: "mutate" asks git what has changed.
  git(folder, "init", "--quiet", "--initial-branch=main");
  git(folder, "add", "--all");
  git(folder, ...author, "commit", "--quiet", "--message=copy");
  return projectPlace(folder, parent);
}

/** A project that is there, with caches beside it. */
export function projectPlace(folder: string, parent: string): ProjectPlace {
  return { folder, caches: ownCaches(parent), threshold: findThreshold(folder) };
}

/** Caches with the tools of this user in them, which are not fetched for a measurement, and nothing else. */
function ownCaches(parent: string): string {
  const caches = join(parent, "caches");
  mkdirSync(join(caches, "signalbox"), { recursive: true });
  const tools = toolCacheFolder(process.env);
  if (!tools.ok) throw new Error(tools.reason);
  mkdirSync(tools.folder, { recursive: true });
  symlinkSync(dirname(tools.folder), join(caches, toolsLink), "junction");
  return caches;
}

const toolsLink = "signalbox/tools";
const author = ["-c", "user.name=bench", "-c", "user.email=bench@example.com", "-c", "commit.gpgsign=false"];

/** Forgets what earlier commands kept, so that the next one begins with nothing; what was built stays. */
export function forgetKept({ caches }: Place): void {
  for (const folder of [caches, join(caches, "signalbox")]) {
    for (const name of readdirSync(folder)) {
      if (!["signalbox", "tools"].includes(name)) rmSync(join(folder, name), { recursive: true });
    }
  }
}

/** The same, and what was built goes too. */
export function forgetAll(place: Place): void {
  forgetKept(place);
  rmSync(join(place.folder, "out"), { recursive: true, force: true });
}

/** A command of a project, as somebody starts it there. */
export function npmRun({ folder, caches }: Place, script: string, args: readonly string[] = []): Start {
  const rest = args.length > 0 ? ["--", ...args] : [];
  return {
    program: "npm",
    args: ["run", "--silent", script, ...rest],
    folder,
    env: { XDG_CACHE_HOME: caches },
  };
}

function git(folder: string, ...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 26 });
}
