import { basename, dirname, join } from "node:path/posix";

// Hidden, and named by the process: two builds at once must not write into each other's file.
const pattern = /^\..+\.(\d+)\.signalbox-new$/;

/** Where the new text of a file waits, beside the file, until it is renamed into place. */
export function temporaryPath(path: string, processId: number): string {
  return join(dirname(path), `.${basename(path)}.${processId}.signalbox-new`);
}

/** Whether a file is a text that waits to be renamed. */
export function isTemporary(path: string): boolean {
  return pattern.test(basename(path));
}

/** Whether a text waits in vain, because the build that wrote it did not finish: one that is running will rename its own. */
export function isLeftover(path: string): boolean {
  const processId = Number(pattern.exec(basename(path))?.[1] ?? process.pid);
  return isTemporary(path) && (processId === process.pid || !isRunning(processId));
}

function isRunning(processId: number): boolean {
  try {
    // No signal: it is only asked whether one could be sent.
    return process.kill(processId, 0);
  } catch (error) {
    // The process of another user is one that runs.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
