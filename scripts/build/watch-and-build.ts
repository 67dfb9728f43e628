import { spawn } from "node:child_process";
import { watchFolders } from "./watch-folders.ts";

// An editor saves in several steps (write, rename, set the time): one build for all of them.
const settleTime = 50;

export interface WatchRequest {
  readonly folders: readonly string[];
  /** The folders, as a person calls them. */
  readonly what: string;
  /** Builds once, and says itself how it went. */
  readonly buildOnce: () => Promise<void>;
  readonly say: (line: string) => void;
}

/** Builds now and after every save, one build at a time, until Ctrl-C. */
export async function watchAndBuild({ folders, what, buildOnce, say }: WatchRequest): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let savedMeanwhile = false;
  const start = () => {
    if (running) {
      savedMeanwhile = true;
      return;
    }
    running = buildOnce().finally(() => {
      running = undefined;
      if (savedMeanwhile) start();
    });
    savedMeanwhile = false;
  };
  const watching = watchFolders(folders, () => {
    clearTimeout(timer);
    timer = setTimeout(start, settleTime);
  });
  const ended = nextSignal();
  say(`watching ${what}; Ctrl-C ends it`);
  start();
  await ended;
  clearTimeout(timer);
  watching.close();
  savedMeanwhile = false;
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
  const program = process.argv[1] ?? "";
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, program, "build"], {
      cwd: folder,
      stdio: "inherit",
    });
    child.once("error", reject);
    child.once("exit", (_code, signal) => {
      if (signal) process.stderr.write(`the build was ended by ${signal}; the next build repairs out/\n`);
      resolve();
    });
  });
}
