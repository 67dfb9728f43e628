import { basename, dirname, join } from "node:path/posix";

// Hidden, and named by the process: two builds at once must not write into each other's file.
const pattern = /^\..+\.\d+\.signalbox-new$/;

/** Where the new text of a file waits, beside the file, until it is renamed into place. */
export function temporaryPath(path: string, processId: number): string {
  return join(dirname(path), `.${basename(path)}.${processId}.signalbox-new`);
}

/** Whether a file is the leftover of a build that did not finish. */
export function isTemporary(path: string): boolean {
  return pattern.test(basename(path));
}
