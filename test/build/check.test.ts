import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildFiles, makeFolder, put, readTree } from "./out-fixture.ts";

const files = { "a.yml": "a\n", "b.yml": "b\n" };

test("a fresh out/ is fresh", () => {
  const out = makeFolder();
  buildFiles(out, files);
  expect(buildFiles(out, files, { mode: "check" })).toEqual({
    kind: "checked",
    paths: ["a.yml", "b.yml", "manifest.txt"],
    problems: [],
    changes: [],
    leftovers: [],
    emptyFolders: [],
  });
});

test("missing, stale and surplus files are named, and nothing is written", () => {
  const out = makeFolder();
  buildFiles(out, { ...files, "gone.yml": "gone\n" });
  rmSync(join(out, "a.yml"));
  put(out, "b.yml", "by hand\n");
  put(out, ".b.yml.4194305.signalbox-new", "half of");
  put(out, "notes.txt", "mine");
  const before = readTree(out);
  expect(buildFiles(out, files, { mode: "check" })).toMatchObject({
    kind: "checked",
    problems: [{ place: { file: "out/notes.txt" } }],
    changes: [
      { path: "a.yml", kind: "new" },
      { path: "b.yml", kind: "changed" },
      { path: "gone.yml", kind: "deleted" },
      { path: "manifest.txt", kind: "changed" },
    ],
    leftovers: [".b.yml.4194305.signalbox-new"],
  });
  expect(readTree(out)).toEqual(before);
});

test("a folder that does not exist is all missing, and is not made", () => {
  const folder = makeFolder();
  expect(buildFiles(join(folder, "out"), files, { mode: "check" })).toMatchObject({
    changes: [{ path: "a.yml" }, { path: "b.yml" }, { path: "manifest.txt" }],
  });
  expect(readTree(folder)).toEqual({ "/": "(empty)" });
});
