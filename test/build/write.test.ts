import { mkdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildFiles, makeFolder, manifestHeader, put, readTree, treeOf } from "./out-fixture.ts";

const files = {
  "prometheus/alerts.yml": "a: 1\n",
  "grafana/dashboards/vr/fps.json": "{}\n",
  "compose.yml": "c\n",
};

test("a first build makes the folder, every file, and the manifest", () => {
  const out = join(makeFolder(), "out");
  expect(buildFiles(out, files)).toEqual({
    kind: "written",
    fileCount: 4,
    changes: ["compose.yml", "grafana/dashboards/vr/fps.json", "manifest.txt", "prometheus/alerts.yml"].map(
      (path) => ({ path, kind: "new" }),
    ),
  });
  expect(readTree(out)).toEqual(treeOf(files));
  expect(readFileSync(join(out, "manifest.txt"), "utf8")).toBe(
    `${manifestHeader}\ncompose.yml\ngrafana/dashboards/vr/fps.json\nprometheus/alerts.yml\n`,
  );
});

test("the same definitions again write nothing, in whatever order the files come", () => {
  const out = makeFolder();
  buildFiles(out, files);
  for (const path of Object.keys(treeOf(files))) utimesSync(join(out, path), 1, 1);
  const reversed = Object.fromEntries(Object.entries(files).reverse());
  expect(buildFiles(out, reversed)).toEqual({ kind: "written", fileCount: 4, changes: [] });
  for (const path of Object.keys(treeOf(files))) expect(statSync(join(out, path)).mtimeMs).toBe(1000);
});

test("only the file that changed is written, and by a rename: a reader never sees half of it", () => {
  const out = makeFolder();
  buildFiles(out, files);
  const inode = (path: string) => statSync(join(out, path)).ino;
  const before = { alerts: inode("prometheus/alerts.yml"), compose: inode("compose.yml") };
  expect(buildFiles(out, { ...files, "prometheus/alerts.yml": "a: 2\n" })).toMatchObject({
    changes: [{ path: "prometheus/alerts.yml", kind: "changed" }],
  });
  expect(inode("compose.yml")).toBe(before.compose);
  expect(inode("prometheus/alerts.yml")).not.toBe(before.alerts);
  expect(readFileSync(join(out, "prometheus/alerts.yml"), "utf8")).toBe("a: 2\n");
});

test("a file that is no longer generated is deleted, and the folders that it leaves empty", () => {
  const out = makeFolder();
  buildFiles(out, files);
  const { "grafana/dashboards/vr/fps.json": _gone, ...rest } = files;
  expect(buildFiles(out, rest)).toMatchObject({
    changes: [
      { path: "grafana/dashboards/vr/fps.json", kind: "deleted" },
      { path: "manifest.txt", kind: "changed" },
    ],
  });
  expect(readTree(out)).toEqual(treeOf(rest));
});

test("a generated file that was edited by hand is written anew, and named", () => {
  const out = makeFolder();
  buildFiles(out, files);
  put(out, "compose.yml", "by hand\n");
  expect(buildFiles(out, files)).toMatchObject({ changes: [{ path: "compose.yml", kind: "changed" }] });
  expect(readTree(out)).toEqual(treeOf(files));
});

test("an empty folder holds nothing that could be lost: it goes", () => {
  const out = makeFolder();
  mkdirSync(join(out, "a/b/c"), { recursive: true });
  buildFiles(out, files);
  expect(readTree(out)).toEqual(treeOf(files));
});

test("texts are written as UTF-8, byte for byte", () => {
  const out = makeFolder();
  const text = "\ufeff\u2028 µs 😀\r\n";
  buildFiles(out, { "a.txt": text });
  expect(readFileSync(join(out, "a.txt"))).toEqual(Buffer.from(text));
  expect(buildFiles(out, { "a.txt": text })).toMatchObject({ changes: [] });
  expect(buildFiles(out, { "a.txt": text.slice(1) })).toMatchObject({ changes: [{ path: "a.txt" }] });
});

describe("the manifest", () => {
  test("with a merge conflict in it is the union of both sides, and is written anew", () => {
    const out = makeFolder();
    buildFiles(out, { "a.yml": "a\n", "b.yml": "b\n", "c.yml": "c\n" });
    put(
      out,
      "manifest.txt",
      `${manifestHeader}\na.yml\n<<<<<<< ours\nb.yml\n=======\nc.yml\n>>>>>>> theirs\n`,
    );
    buildFiles(out, { "a.yml": "A\n" });
    expect(readTree(out)).toEqual(treeOf({ "a.yml": "A\n" }));
  });

  test("with Windows line ends is read all the same", () => {
    const out = makeFolder();
    buildFiles(out, { "a.yml": "a\n", "b.yml": "b\n" });
    put(out, "manifest.txt", `${manifestHeader}\r\na.yml\r\nb.yml\r\n`);
    buildFiles(out, { "b.yml": "B\n" });
    expect(readTree(out)).toEqual(treeOf({ "b.yml": "B\n" }));
  });

  test("that was lost is made again, when all files are what the build would write", () => {
    const out = makeFolder();
    for (const [path, text] of Object.entries(files)) put(out, path, text);
    expect(buildFiles(out, files)).toMatchObject({ changes: [{ path: "manifest.txt", kind: "new" }] });
    expect(readTree(out)).toEqual(treeOf(files));
  });
});
