import { existsSync, readdirSync, readlinkSync, type Dirent } from "node:fs";
import { dirname, join, sep } from "node:path";
import { contentKey } from "../../kept/content-key.ts";
import type { FilesOnDisk } from "../../kept/files-on-disk.ts";
import { missing as isMissing } from "../../start/known-files.cjs";
import type { CompilerReads } from "./compiler-reads.ts";

/** Where the compiler looks for files. */
export interface CompilerPlaces {
  /** The folder of the configuration: what is below it may belong to the program without being imported. */
  readonly folder: string;
  /** The folder of the generated files, which holds none of the program. */
  readonly out: string;
}

/**
 * A name for all that the compiler would read now: the contents of the files that it read, which files there are beside them and
 * in the folder of the configuration, because a new one may be what an import means, and which packages are installed.
 *
 * @returns undefined where a file is gone, or cannot be read
 */
export function fingerprint(
  { files, missing }: CompilerReads,
  { folder, out }: CompilerPlaces,
  disk: FilesOnDisk,
): string | undefined {
  try {
    const hashes = files.map((file) => disk.look(file).hash);
    if (hashes.includes(isMissing)) return undefined;
    const folders = [...new Set(files.filter((file) => !isInstalled(file)).map((file) => dirname(file)))];
    return contentKey(
      ...files,
      ...hashes,
      ...folders.flatMap((each) => [each, ...namesIn(each)]),
      ...below(folder, out),
      ...above(dirname(folder)).flatMap(installedIn),
      ...missing.filter((file) => existsSync(file)),
    );
  } catch {
    return undefined;
  }
}

/** Whether it belongs to a package and not to the project. */
export const isInstalled = (file: string): boolean => file.includes(`${sep}node_modules${sep}`);

/** Whether an import could mean it, or be looked for in it. */
const isOfInterest = (entry: Dirent): boolean =>
  !entry.isFile() || /\.(?:[cm]?[jt]sx?|json)$/.test(entry.name);

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A link is known by where it leads to. */
const nameOf = (entry: Dirent): string =>
  entry.isSymbolicLink()
    ? `${entry.name} -> ${readlinkSync(join(entry.parentPath, entry.name))}`
    : entry.name;

/** In an order that no disk decides. */
const namesIn = (folder: string): string[] => entriesOf(folder).filter(isOfInterest).map(nameOf).sort();

/** The folders whose entries the compiler may have looked at: those of its files, all below one, and where packages are installed. */
export function foldersRead({ files }: CompilerReads, { folder, out }: CompilerPlaces): string[] {
  const own = files.filter((file) => !isInstalled(file)).map((file) => dirname(file));
  const installed = above(folder).flatMap((each) => {
    const packages = join(each, "node_modules");
    return [
      packages,
      ...namesIn(packages).flatMap((name) => (name.startsWith("@") ? join(packages, name) : [])),
    ];
  });
  return [...new Set([...own, ...foldersBelow(folder, out), ...installed])];
}

function foldersBelow(folder: string, out: string): string[] {
  return [folder, ...innerFolders(folder, out).flatMap((each) => foldersBelow(each, out))];
}

function innerFolders(folder: string, out: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name))
    .map(({ name }) => join(folder, name))
    .filter((each) => each !== out)
    .sort();
}

/** Everything below a folder that may belong to a program, and the packages that are installed there. */
function below(folder: string, out: string): string[] {
  const inner = innerFolders(folder, out).flatMap((each) => below(each, out));
  return [folder, ...namesIn(folder), ...installedIn(folder), ...inner];
}

/** A folder and all above it. */
function above(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...above(parent)];
}

/** The packages that are installed in a folder. */
function installedIn(folder: string): string[] {
  const installed = join(folder, "node_modules");
  const names = namesIn(installed);
  const scopes = names.filter((name) => name.startsWith("@")).map((name) => join(installed, name));
  return [installed, ...names, ...scopes.flatMap((scope) => [scope, ...namesIn(scope)])];
}
