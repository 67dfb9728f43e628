import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { z } from "zod";

const lock = z.object({ packages: z.record(z.string(), z.object({ resolved: z.string().optional() })) });

/** What package.json of another folder must say so that npm installs there what is running. */
export interface RunningPackage {
  /** The folder that the running package lies in. */
  readonly packageFolder: string;
  readonly version: string;
}

/**
 * The package that is running, as a dependency of a project in a folder: the file that npm installed it from, as long as it is there,
 * and otherwise its version.
 */
export function installedAs({ packageFolder, version }: RunningPackage, folder: string): string {
  const tarball = tarballOf(packageFolder);
  return tarball === undefined ? version : `file:${relative(folder, tarball).split(sep).join("/")}`;
}

/** npm notes in node_modules what it installed from where, seen from the folder that node_modules is in. */
function tarballOf(packageFolder: string): string | undefined {
  const modules = dirname(packageFolder);
  if (basename(modules) !== "node_modules") return undefined;
  try {
    const read = lock.parse(JSON.parse(readFileSync(join(modules, ".package-lock.json"), "utf8")));
    const from = read.packages[`node_modules/${basename(packageFolder)}`]?.resolved;
    if (!from?.startsWith("file:")) return undefined;
    const path = resolve(dirname(modules), from.slice("file:".length));
    return existsSync(path) ? path : undefined;
  } catch {
    // Another package manager, or an older npm.
    return undefined;
  }
}
