import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesOnDisk } from "../../scripts/kept/files-on-disk.ts";
import { hashOfBytes, missing } from "../../scripts/start/known-files.cjs";
import { makeFolder } from "../build/out-fixture.ts";

const longAgo = new Date(Date.now() - 60_000);

/** A file that has held a text for long. */
function fileWith(text: string): string {
  const path = join(makeFolder(), "file");
  writeFileSync(path, text);
  utimesSync(path, longAgo, longAgo);
  return path;
}

const claimed = "0".repeat(64);

test("what is known of a file counts as long as nobody has written to it", () => {
  const path = fileWith("text");
  const { state } = filesOnDisk().look(path);
  // It was written just now, whatever its time says.
  expect(state).toBeUndefined();
  const disk = filesOnDisk([{ path, hash: claimed }]);
  expect(disk.lastLook(path)).toBeUndefined();
  expect(disk.look(path)).toEqual({ path, hash: hashOfBytes("text") });
  expect(disk.lastLook(path)).toEqual({ path, hash: hashOfBytes("text") });
});

test("without a change by its state it is not read again", () => {
  // Folders of an installation are as old as that.
  const path = join(import.meta.dirname, "../../package.json");
  const { state } = filesOnDisk().look(path);
  if (state === undefined) return expect.fail("package.json was written within the last two seconds");
  expect(filesOnDisk([{ path, hash: claimed, state }]).look(path).hash).toBe(claimed);
});

test.each<[string, (path: string) => void]>([
  ["in place, with its size and its time", (path) => writeFileSync(path, "other")],
  [
    "by another file of the same size and time",
    (path) => {
      writeFileSync(`${path}.new`, "other");
      renameSync(`${path}.new`, path);
    },
  ],
])("what was changed %s is read again", (_how, change) => {
  const path = fileWith("texts");
  const disk = filesOnDisk();
  expect(disk.look(path).hash).toBe(hashOfBytes("texts"));
  change(path);
  utimesSync(path, longAgo, longAgo);
  expect(disk.look(path).hash).toBe(hashOfBytes("other"));
});

test("what is gone, and what is a folder by now, is no longer what it was", () => {
  const path = fileWith("text");
  const disk = filesOnDisk();
  disk.look(path);
  rmSync(path);
  expect(disk.look(path).hash).toBe(missing);
  mkdirSync(path);
  expect(disk.look(path).hash).toBe(hashOfBytes(""));
});
