import { statSync, watch, type FSWatcher, type WatchListener } from "node:fs";
import { basename, dirname, join } from "node:path";
import { foldersUpFrom } from "../project-files.ts";
import { innerFolders, isBelow, isEditorsOwn } from "./source-tree.ts";
import type { Sources } from "./sources.ts";

/** Something that holds the process open until it is closed. */
export interface Watching {
  /** Watches these from now on, and those folders that were made in the meantime. */
  readonly follow: (sources: Sources) => void;
  /** Whether the system tells of everything: it has a limit on how many folders are watched. */
  readonly isWhole: () => boolean;
  readonly close: () => void;
}

/** How the system is asked to tell of what happens in a folder. */
export type WatchFolder = (folder: string, tell: WatchListener<string>) => Pick<FSWatcher, "close" | "on">;

/**
 * Calls `onSave` with the path whenever one of the sources, or a folder on the way to them, is saved, added, renamed or deleted.
 *
 * One watcher a folder: the recursive watch of Node 20 on Linux loses a file when an editor saves it by renaming.
 */
export function watchSources(
  first: Sources,
  onSave: (path: string) => void,
  watchFolder: WatchFolder = watch,
): Watching {
  let sources = first;
  const armed = armedFolders(watchFolder, (folder, event, name) => {
    // It was deleted or renamed itself, and another one may be there by now.
    if (event === "rename" && name === basename(folder)) armed.disarm(folder);
    if (event === "rename") follow(sources);
    const path = name === null ? folder : join(folder, name);
    if (isSource(path, sources)) onSave(path);
  });
  const follow = (now: Sources) => {
    sources = now;
    armed.only((arm) => {
      for (const folder of foldersOnTheWay(now)) arm(folder);
      // Armed before it is read: whatever is made in it later is told.
      const armBelow = (folder: string) => {
        arm(folder);
        innerFolders(folder, now.out).forEach(armBelow);
      };
      now.folders.forEach(armBelow);
    });
  };
  follow(first);
  return { follow, isWhole: armed.isWhole, close: () => armed.only(() => {}) };
}

/** The folders in which the sources appear and disappear. */
function foldersOnTheWay({ root, folders, files }: Sources): Set<string> {
  const around = [...folders, ...files].map((path) => dirname(path));
  return new Set(
    around.flatMap((folder) => (isBelow(folder, root) ? foldersUpFrom(folder, root) : [folder])),
  );
}

function isSource(path: string, sources: Sources): boolean {
  if (sources.files.includes(path)) return true;
  if (sources.folders.some((folder) => isBelow(path, folder)))
    return !isEditorsOwn(basename(path)) && !isBelow(path, sources.out);
  return [...sources.folders, ...sources.files].some((source) => isBelow(source, path));
}

interface Armed {
  /** Which folder it is: another one of the same name must be watched anew. */
  readonly identity: string;
  /** Left out where the system refuses. */
  readonly watcher?: ReturnType<WatchFolder>;
}

function armedFolders(
  watchFolder: WatchFolder,
  tell: (folder: string, event: string, name: string | null) => void,
) {
  const armed = new Map<string, Armed>();
  const disarm = (folder: string) => {
    armed.get(folder)?.watcher?.close();
    armed.delete(folder);
  };
  const arm = (folder: string) => {
    const identity = identityOf(folder);
    if (armed.get(folder)?.identity === identity) return;
    disarm(folder);
    // The folder above it tells when it is there.
    if (identity === undefined) return;
    try {
      const watcher = watchFolder(folder, (event, name) => tell(folder, event, name));
      // A folder that is deleted is an error on Windows; the folder above it tells of it.
      watcher.on("error", () => watcher.close());
      armed.set(folder, { identity, watcher });
    } catch {
      armed.set(folder, { identity });
    }
  };
  return {
    disarm,
    /** Arms what is asked for, and disarms all else. */
    only(ask: (arm: (folder: string) => void) => void) {
      const wanted = new Set<string>();
      ask((folder) => {
        if (wanted.has(folder)) return;
        wanted.add(folder);
        arm(folder);
      });
      for (const folder of [...armed.keys()]) if (!wanted.has(folder)) disarm(folder);
    },
    isWhole: () => [...armed.values()].every(({ watcher }) => watcher !== undefined),
  };
}

/** A number may be given to the next folder that is made, but not its time as well. */
function identityOf(folder: string): string | undefined {
  try {
    const { ino, birthtimeMs } = statSync(folder);
    return `${ino} ${birthtimeMs}`;
  } catch {
    return undefined;
  }
}
