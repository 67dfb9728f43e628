import { spawn } from "node:child_process";
import { readdirSync, watch, type FSWatcher } from "node:fs";
import { join } from "node:path";
import { engine } from "../engine.ts";

// An editor saves in several steps (write, rename, set the time): one build for all of them.
const settleTime = 10;

export interface WatchRequest {
  readonly folders: readonly string[];
  /** The folders, as a person calls them. */
  readonly what: string;
  /** Builds once, and says itself how it went; it is told what was saved since it was called last. */
  readonly buildOnce: (saved: ReadonlySet<string>) => Promise<void>;
  readonly say: (line: string) => void;
}

/** Builds now and after every save, one build at a time, until Ctrl-C. */
export async function watchAndBuild({ folders, what, buildOnce, say }: WatchRequest): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let saved = new Set<string>();
  const start = () => {
    if (running) return;
    const built = saved;
    saved = new Set();
    running = buildOnce(built).finally(() => {
      running = undefined;
      if (saved.size > 0) start();
    });
  };
  const watching = watchFolders(folders, (path) => {
    saved.add(path);
    clearTimeout(timer);
    timer = setTimeout(start, settleTime);
  });
  const ended = nextSignal();
  say(`watching ${what}; press Ctrl-C to stop`);
  start();
  await ended;
  clearTimeout(timer);
  watching.close();
  saved.clear();
  await running;
}

function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

/**
 * Builds once in a process of its own, where every module is loaded afresh.
 *
 * It starts the way this process was started: the same program, with the same loader for TypeScript.
 */
export function buildInNewProcess(folder: string): Promise<void> {
  const { program, packageFolder } = engine;
  const started =
    program === undefined
      ? [...process.execArgv, process.argv[1] ?? ""]
      : ["scripts/run.cjs", program].map((path) => join(packageFolder, path));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...started, "build"], {
      cwd: folder,
      stdio: "inherit",
    });
    child.once("error", reject);
    child.once("exit", (_code, signal) => {
      if (signal) process.stderr.write(`the build was stopped by ${signal}; the next build repairs out/\n`);
      resolve();
    });
  });
}

/** Something that holds the process open until it is closed. */
export interface Watching {
  close(): void;
}

/**
 * Calls `onSave` with the path whenever something below these folders is saved, added, renamed or deleted.
 *
 * One watcher a folder: the recursive watch of Node 20 on Linux loses a file when an editor saves it by renaming.
 */
export function watchFolders(roots: readonly string[], onSave: (path: string) => void): Watching {
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
        onSave(name === null ? folder : join(folder, name));
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
