import { relative } from "node:path";
import type { Problem } from "../../generators/problem.ts";
import { outProblem } from "./out-problems.ts";

const fixes: Readonly<Record<string, string>> = {
  EACCES: "give your user permission to read and write out/, then build again",
  EPERM: "give your user permission to read and write out/, then build again",
  EROFS: "build on a disk that can be written to",
  ENOSPC: "free some disk space, then build again",
  ENOENT: "another build or another program changed out/ at the same time: build again",
};

/**
 * The problem that the file system had with something under out/.
 *
 * @param folder the folder that is out/
 * @param path the path under it that was worked on, when that is known better than by the error itself
 * @returns undefined when the error is not the file system's
 */
export function fileSystemProblem(error: unknown, folder: string, path?: string): Problem | undefined {
  if (!isSystemError(error)) return undefined;
  const place = path ?? (error.path ? relative(folder, error.path).replaceAll("\\", "/") : "");
  // The message ends with the call and its absolute paths: "EACCES: permission denied, open '/…'".
  const reason = error.message.split(", ")[0];
  const fix = fixes[error.code] ?? "fix that, then build again: the next build repairs out/";
  return outProblem(place, `the file system refused: ${reason}`, fix, "out-can-be-written");
}

interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
}

function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && "syscall" in error && "code" in error && typeof error.code === "string";
}
