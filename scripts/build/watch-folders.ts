import { readdirSync, watch } from "node:fs";
import type { FSWatcher } from "node:fs";
import { join } from "node:path";

/** Something that holds the process open until it is closed. */
export interface Watching {
  close(): void;
}

/**
 * Calls `onSave` whenever something below these folders is saved, added, renamed or deleted.
 *
 * One watcher a folder: the recursive watch of Node 20 on Linux loses a file when an editor saves it by renaming.
 */
export function watchFolders(roots: readonly string[], onSave: () => void): Watching {
  const watchers = new Map<string, FSWatcher>();
  const follow = () => {
    const folders = new Set(roots.flatMap(listFolders));
    for (const [folder, watcher] of watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) {
      if (watchers.has(folder)) continue;
      const watcher = watch(folder, (_event, name) => {
        if (isEditorsOwn(name)) return;
        follow();
        onSave();
      });
      // A folder that is deleted is an error on Windows; the folder above it tells of it.
      watcher.on("error", () => watcher.close());
      watchers.set(folder, watcher);
    }
  };
  follow();
  return { close: () => watchers.forEach((watcher) => watcher.close()) };
}

function listFolders(folder: string): string[] {
  const inside = readFolder(folder).filter((item) => item.isDirectory());
  return [folder, ...inside.flatMap(({ name }) => listFolders(join(folder, name)))];
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Deleted since the folder above was read; that deletion is an event of its own.
    return [];
  }
}

/** Swap files and backups, which editors write beside the file. */
function isEditorsOwn(name: string | null): boolean {
  return name !== null && (name.startsWith(".") || name.endsWith("~"));
}
