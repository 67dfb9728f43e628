import { readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { engine } from "../engine.ts";
import { dependsOnMore } from "../project/depends-on-more.ts";
import { loadedTexts } from "../project/load-module.ts";
import { nameIn, type Project } from "../project/project.ts";
import { filesOnDisk, type FilesOnDisk, type KnownFile } from "../kept/files-on-disk.ts";
import { stateOf } from "../start/file-state.cjs";
import { hashOfBytes, namesIn, nameWithKind } from "../start/known-files.cjs";
import { engineFiles } from "../start/make-bundle.cjs";
import { readStamp, writeStamp } from "../start/stamp.cjs";
import { acceptedReads } from "./compiler/kept-run.ts";
import { foldersRead } from "./compiler/fingerprint.ts";
import { deployments } from "./out-folder.ts";
import { nearestConfig } from "./type-check.ts";
import type { Wanted } from "./wanted.ts";

/**
 * Notes down everything that a build has read and written, so that the next one need not begin where all of it is the same.
 *
 * Rather no stamp than a wrong one: none where anything was changed while it was read, where it is not known what was read, or where
 * definitions read more than files of which that can be known.
 *
 * @param disk what is known of the files by now
 * @param startedAt before anything was read
 */
export function stampBuild(project: Project, wanted: Wanted, disk: FilesOnDisk, startedAt: number): void {
  const texts = loadedTexts();
  const config = nearestConfig(project, dirname(project.definitions));
  const reads = config === undefined ? undefined : acceptedReads(project, config, disk);
  if (!texts || config === undefined || !reads) return;
  if ([...texts].some(([path, text]) => path.endsWith(".ts") && dependsOnMore(text))) return;
  const folders = foldersRead(reads, { folder: dirname(config), out: project.out });
  const paths = new Set([
    ...filesOfEngine(),
    ...filesOfProject(project),
    ...reads.files,
    ...reads.missing,
    ...folders,
    ...texts.keys(),
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
    files: [...read, ...writtenFiles(project.out, wanted, disk)],
  });
}

/** What is known of all files from the last build that wrote a stamp. */
export function diskOfLastBuild({ root }: Pick<Project, "root">): FilesOnDisk {
  return filesOnDisk(readStamp(root, resolve(engine.packageFolder))?.files);
}

/** What a build reads beside the definitions and what the compiler reads. */
function filesOfProject({ root, definitions }: Project): string[] {
  const up: string[] = [];
  for (let folder = dirname(definitions); folder.length >= root.length; folder = dirname(folder))
    up.push(folder);
  const files = [
    "package.json",
    "package-lock.json",
    "signalbox.config.ts",
    "node_modules/.package-lock.json",
  ];
  return [...up, ...files.map((file) => join(root, file))];
}

function filesOfEngine(): string[] {
  const { packageFolder, program } = engine;
  const files =
    program === undefined
      ? ["package.json", ...readdirSync(join(packageFolder, "dist")).map((name) => join("dist", name))]
      : engineFiles(resolve(packageFolder));
  return files.map((file) => join(packageFolder, file));
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
