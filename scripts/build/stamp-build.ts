import { readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { engine } from "../engine.ts";
import { dependsOnMore } from "../project/depends-on-more.ts";
import { loadedTexts } from "../project/load-module.ts";
import { nameIn, type Project } from "../project/project.ts";
import { filesOnDisk, type FilesOnDisk } from "../kept/files-on-disk.ts";
import { stateOf } from "../start/file-state.cjs";
import { hashOfBytes, namesIn, nameWithKind, type KnownFile } from "../start/known-files.cjs";
import { readStamp, writeStamp } from "../start/stamp.cjs";
import type { CompilerReads } from "./compiler/compiler-reads.ts";
import { foldersRead } from "./compiler/fingerprint.ts";
import { deployments } from "./out-folder.ts";
import { filesOfProject, foldersUpFrom } from "./project-files.ts";
import { nearestConfig } from "./type-check.ts";
import type { Wanted } from "./wanted.ts";

/** What is noted down of a build. */
interface Build {
  readonly wanted: Wanted;
  /** What the compiler has read and accepted. */
  readonly reads: CompilerReads | undefined;
  /** What is known of the files by now. */
  readonly disk: FilesOnDisk;
  /** Before anything was read. */
  readonly startedAt: number;
}

/**
 * Notes down everything that a build has read and written, so that the next one need not begin where all of it is the same.
 *
 * Rather no stamp than a wrong one: none where anything was changed while it was read, where it is not known what was read, or where
 * definitions read more than files of which that can be known.
 */
export function stampBuild(project: Project, { wanted, reads, disk, startedAt }: Build): void {
  const texts = loadedTexts();
  const config = nearestConfig(project, dirname(project.definitions));
  if (!texts || config === undefined || !reads) return;
  if ([...texts].some(([path, text]) => path.endsWith(".ts") && dependsOnMore(text))) return;
  const folders = foldersRead(reads, { folder: dirname(config), out: project.out });
  // What people save comes first: where it has changed, nobody looks at the rest.
  const paths = new Set([
    ...texts.keys(),
    ...foldersUpFrom(dirname(project.definitions), project.root),
    ...filesOfProject(project),
    ...reads.files,
    ...reads.missing,
    ...folders,
  ]);
  const read: KnownFile[] = [];
  for (const path of paths) {
    const file = asRead(path, texts.get(path), disk, startedAt);
    if (!file) return;
    read.push(file);
  }
  writeStamp({
    root: project.root,
    engine: resolve(engine.packageFolder),
    out: nameIn(project, project.out),
    fileCount: wanted.size,
    files: [
      ...read,
      ...writtenFiles(project.out, wanted, disk),
      ...filesOfEngine(disk).filter(({ path }) => !paths.has(path)),
    ],
  });
}

/** What is known of all files from the last build that wrote a stamp. */
export function diskOfLastBuild({ root }: Pick<Project, "root">): FilesOnDisk {
  return filesOnDisk(readStamp(root, resolve(engine.packageFolder))?.files);
}

/** As they were when what runs now was made of them: whatever they are by now, this build knows nothing of it. */
function filesOfEngine(disk: FilesOnDisk): KnownFile[] {
  const { packageFolder, bundleFiles } = engine;
  const inPackage = (path: string) => join(packageFolder, path);
  if (bundleFiles) return bundleFiles.map((file) => ({ ...file, path: inPackage(file.path) }));
  const built = readdirSync(inPackage("dist")).map((name) => join("dist", name));
  return ["package.json", ...built].map((path) => disk.look(inPackage(path)));
}

/** @returns undefined where it was changed since the start, so that nobody knows what was read */
function asRead(
  path: string,
  text: string | undefined,
  disk: FilesOnDisk,
  startedAt: number,
): KnownFile | undefined {
  const file = disk.look(path);
  const state = file.state === undefined ? stateOf(path) : file.state;
  if (state !== null && (state[1] >= startedAt || state[2] >= startedAt)) return undefined;
  return text !== undefined && hashOfBytes(text) !== file.hash ? undefined : file;
}

/** As they have to be, and not as they may be by now. */
function writtenFiles(out: string, wanted: Wanted, disk: FilesOnDisk): KnownFile[] {
  const inFolders = new Map<string, Set<string>>();
  for (const path of wanted.keys()) {
    let kind = "file";
    for (let name = path; name !== "."; name = dirname(name)) {
      const names = inFolders.get(dirname(name)) ?? new Set();
      inFolders.set(dirname(name), names.add(nameWithKind(basename(name), kind)));
      kind = "folder";
    }
  }
  for (const entry of deployedBeside(out)) inFolders.get(".")?.add(entry);
  const hashes = [
    ...[...wanted].map(([path, { hash }]) => ({ path: join(out, path), hash })),
    ...[...inFolders].map(([path, names]) => ({
      path: join(out, path),
      hash: hashOfBytes([...names].sort().join("\n")),
    })),
  ];
  return hashes.map(({ path, hash }) => {
    // Where it held something else when it was last looked at, the next build has to read it.
    const file = disk.lastLook(path) ?? disk.look(path);
    return file.hash === hash ? file : { path, hash };
  });
}

/** What is no business of the build, and is there or not. */
function deployedBeside(out: string): string[] {
  return namesIn(out).filter((entry) => deployments.has(entry.slice(0, entry.indexOf("\t"))));
}
