import { rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { CompiledFile } from "../../generators/compile.ts";
import type { FilesOnDisk } from "../kept/files-on-disk.ts";
import { manifestPath, printManifest } from "./manifest.ts";
import type { OutEntry, OutFolder } from "./out-folder.ts";
import { mistakeInPath } from "./out-problems.ts";
import { foldersOf } from "./plan.ts";
import type { Step } from "./steps.ts";
import { temporaryPath } from "./temporary-file.ts";
import { asItIs, compareWithFile, newFile, type Wanted } from "./wanted.ts";

/** Takes the files in turn: a text that is not in out/ yet waits beside its place, and no text is held. */
export interface Stage {
  /** What was taken so far. */
  readonly wanted: Wanted;
  /** @throws the file system's error, as it comes */
  readonly take: (file: CompiledFile) => void;
  /** Wants what an earlier build made, and this one does not, as it is. */
  readonly leaveOthers: () => void;
  /** What has changed already: its text does not wait any more. */
  readonly ahead: ReadonlySet<string>;
  /** Compares the manifest of these paths; its text is written when all others are. */
  readonly takeManifest: (paths: readonly string[]) => void;
  /** Removes what waits, with the folders that were made for it. */
  readonly takeBack: () => void;
}

export interface StageOptions {
  /** What is known of the files there. */
  readonly files: FilesOnDisk;
  /** Left out: files are only compared. */
  readonly write?: ((step: Step) => void) | undefined;
  /** What an earlier build made changes as soon as its new text is there. */
  readonly atOnce?: boolean;
}

export function openStage(
  folder: string,
  { entries, made }: OutFolder,
  { files, write, atOnce = false }: StageOptions,
): Stage {
  const standing: Standing = new Map(entries.map(({ path, kind }) => [path, kind]));
  const wanted = new Map<string, ReturnType<typeof newFile>>();
  const waiting: string[] = [];
  const ahead = new Set<string>();
  const compared = (file: CompiledFile) => {
    const { path } = file;
    const isThere = standing.get(path) === "file";
    const found = isThere ? compareWithFile(join(folder, path), file, files) : newFile(file);
    wanted.set(path, found);
    return found;
  };
  return {
    wanted,
    ahead,
    take(file) {
      const { path } = file;
      const found = compared(file);
      if (found.standing === "same" || !write || !isFree(path, standing)) return;
      waiting.push(path);
      write({ kind: "write temporary", path, text: file.text() });
      if (!atOnce || found.standing !== "changed" || !made.has(path)) return;
      write({ kind: "rename", path });
      ahead.add(path);
    },
    leaveOthers() {
      for (const { path, kind } of entries) {
        if (kind !== "file" || !made.has(path) || wanted.has(path) || path === manifestPath) continue;
        wanted.set(path, asItIs(join(folder, path), files));
      }
    },
    takeManifest: (paths) => void compared({ path: manifestPath, text: () => printManifest(paths) }),
    takeBack: () => removeWaiting(waiting, folder, standing),
  };
}

type Standing = ReadonlyMap<string, OutEntry["kind"]>;

function removeWaiting(waiting: readonly string[], folder: string, standing: Standing): void {
  for (const path of [...waiting, manifestPath])
    ifPossible(() => rmSync(join(folder, temporaryPath(path, process.pid)), { force: true }));
  const added = [...foldersOf(waiting)].filter((path) => !standing.has(path)).reverse();
  for (const path of added) ifPossible(() => rmdirSync(join(folder, path)));
}

/** Whether a text may wait beside its place: inside out/, and with nothing in its way. What is, is told when all files are known. */
function isFree(path: string, standing: Standing): boolean {
  const inTheWay = [...foldersOf([path]), ""].some((above) => (standing.get(above) ?? "folder") !== "folder");
  return mistakeInPath(path) === undefined && !inTheWay && (standing.get(path) ?? "file") === "file";
}

/** What stays, the next build removes; why nothing was built is the problem to tell. */
function ifPossible(remove: () => void): void {
  try {
    remove();
  } catch {
    // The folder is not empty, or the disk has refused already.
  }
}
