import { existsSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CompiledFile } from "../../generators/compile.ts";
import type { Problem } from "../../generators/problem.ts";
import { build } from "../../scripts/build/build.ts";
import { isLeftover, temporaryPath } from "../../scripts/build/temporary-file.ts";
import { buildFiles, inTurn, makeFolder, put, readTree, treeOf } from "./out-fixture.ts";

const before = { "a.yml": "a1\n", "b.yml": "b1\n" };
const after = { "a.yml": "a2\n", "new/deep/c.yml": "c\n", "b.yml": "b2\n" };

const leak: Problem = {
  check: "no-secret-values",
  place: { file: "definitions/a.ts", line: 3 },
  message: "out/b.yml:1 would contain a token",
  fix: "move it",
};

function written(outFolder: string, files: Iterable<CompiledFile | Problem>) {
  return build({ compiled: { problems: [], files }, outFolder, mode: "write" });
}

test("a text is on the disk before the next one is made", () => {
  const out = makeFolder();
  function* watched(): Generator<CompiledFile> {
    yield { path: "a.yml", text: () => "a\n" };
    expect(readTree(out)).toEqual({ [temporaryPath("a.yml", process.pid)]: "a\n" });
    yield { path: "b.yml", text: () => "b\n" };
  }
  expect(written(out, watched())).toMatchObject({ kind: "written", fileCount: 3 });
});

test("with a problem in the last text nothing changes, and nothing is left behind", () => {
  const out = makeFolder();
  buildFiles(out, before);
  expect(written(out, [...inTurn(after), leak])).toEqual({ kind: "refused", problems: [leak] });
  expect(readTree(out)).toEqual(treeOf(before));
});

test("what cannot be made leaves nothing behind", () => {
  const out = makeFolder();
  buildFiles(out, before);
  function* broken(): Generator<CompiledFile> {
    yield* inTurn(after);
    throw new Error("broken");
  }
  expect(() => written(out, broken())).toThrow("broken");
  expect(readTree(out)).toEqual(treeOf(before));
});

test("nothing waits outside of out/, nor behind a link", () => {
  const [out, elsewhere] = [join(makeFolder(), "out"), makeFolder()];
  buildFiles(out, before);
  symlinkSync(elsewhere, join(out, "new"));
  const files = { ...after, "../beside.yml": "x\n" };
  function* looking(): Generator<CompiledFile> {
    yield* inTurn(files);
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(readdirSync(join(out, ".."))).toEqual(["out"]);
  }
  expect(written(out, looking())).toMatchObject({ kind: "refused", problems: [{ check: "path-is-safe" }] });
  expect(written(out, inTurn(after))).toMatchObject({
    kind: "refused",
    problems: [{ place: { file: "out/new" } }],
  });
});

test("what waits for a build that is still running is left to it", () => {
  const out = makeFolder();
  // The process that started this one.
  const waiting = temporaryPath("a.yml", process.ppid);
  put(out, waiting, "of another build\n");
  expect([isLeftover(waiting), isLeftover(temporaryPath("a.yml", process.pid))]).toEqual([false, true]);
  expect(buildFiles(out, after).kind).toBe("written");
  expect(existsSync(join(out, waiting))).toBe(true);
});
