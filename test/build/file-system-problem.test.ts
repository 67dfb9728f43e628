import { expect, test } from "vitest";
import { fileSystemProblem } from "../../scripts/build/file-system-problem.ts";

const refusal = (code: string, message: string, path?: string) =>
  Object.assign(new Error(message), { code, syscall: "open", ...(path ? { path } : {}) });

test.each([
  [
    "a right that is missing, at the path of the error",
    refusal("EACCES", "EACCES: permission denied, open '/srv/out/a/b.yml'", "/srv/out/a/b.yml"),
    undefined,
    "out/a/b.yml",
    "the file system refused: EACCES: permission denied",
    "give your user permission to read and write out/, then build again",
  ],
  [
    "a file that vanished, at the path that the build names",
    refusal("ENOENT", "ENOENT: no such file or directory, rename", "/srv/out/a/.b.yml.1.signalbox-new"),
    "a/b.yml",
    "out/a/b.yml",
    "the file system refused: ENOENT: no such file or directory",
    "another build or another program changed out/ at the same time: build again",
  ],
  [
    "a refusal that is not foreseen",
    refusal("EIO", "EIO: i/o error, read"),
    undefined,
    "out",
    "the file system refused: EIO: i/o error",
    "fix that, then build again: the next build repairs out/",
  ],
])("%s", (_what, error, path, file, message, fix) => {
  expect(fileSystemProblem(error, "/srv/out", path)).toEqual({
    check: "out-can-be-written",
    place: { file, line: 1 },
    message,
    fix,
  });
});

test.each([new TypeError("a mistake of ours"), "text", undefined])("%s is not the file system's", (error) => {
  expect(fileSystemProblem(error, "/srv/out")).toBeUndefined();
});
