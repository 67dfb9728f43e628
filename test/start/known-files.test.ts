import { renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isSettled, stateOf } from "../../scripts/start/file-state.cjs";
import { knowFiles, stillKnown } from "../../scripts/start/known-files.cjs";
import { makeFolder, put } from "../build/out-fixture.ts";

const longAgo = new Date(Date.now() - 60_000);

/** A file that was written long ago, as far as its own time says. */
function oldFile(text: string) {
  const folder = makeFolder();
  put(folder, "a.ts", text);
  utimesSync(join(folder, "a.ts"), longAgo, longAgo);
  return { folder, path: join(folder, "a.ts") };
}

/** As if it had been looked at later, when nothing of it was new any more. */
function settled(folder: string, paths: readonly string[]) {
  return knowFiles(folder, paths).map((file) => ({ ...file, state: stateOf(join(folder, file.path)) }));
}

describe("a file is known by its state", () => {
  test("and is not even read then", () => {
    const { folder } = oldFile("45");
    const known = settled(folder, ["a.ts"]).map((file) => ({ ...file, hash: "another" }));
    expect(stillKnown(folder, known)).toBe(known);
  });

  test("but not where it was written when it was looked at, or just before", () => {
    const { folder } = oldFile("45");
    const [known] = knowFiles(folder, ["a.ts"]);
    expect(known).not.toHaveProperty("state");
    const state = stateOf(join(folder, "a.ts"));
    expect(isSettled(state, Date.now() + 10_000)).toBe(true);
  });

  test("one that is not there is known as well", () => {
    const { folder } = oldFile("45");
    const known = knowFiles(folder, ["b.ts"]);
    expect(stillKnown(folder, known)).toBe(known);
    put(folder, "b.ts", "");
    expect(stillKnown(folder, known)).toBeUndefined();
  });
});

describe("else by its contents", () => {
  test("45 that becomes 46 at once, with the same size and the same time", () => {
    const { folder, path } = oldFile("45");
    const known = settled(folder, ["a.ts"]);
    writeFileSync(path, "46");
    utimesSync(path, longAgo, longAgo);
    expect(statSync(path).size).toBe(2);
    expect(stillKnown(folder, known)).toBeUndefined();
    expect(stillKnown(folder, knowFiles(folder, ["a.ts"]))).toBeDefined();
  });

  test("45 that becomes 46 in the very tick in which it was looked at", () => {
    const { folder, path } = oldFile("45");
    const [known] = knowFiles(folder, ["a.ts"]);
    writeFileSync(path, "46");
    expect(known && stillKnown(folder, [known])).toBeUndefined();
  });

  test("45 that becomes 46 with a time that lies in the future, as after a clock was set back", () => {
    const { folder, path } = oldFile("45");
    const ahead = new Date(Date.now() + 60_000);
    utimesSync(path, ahead, ahead);
    const known = knowFiles(folder, ["a.ts"]);
    expect(known).toEqual([expect.not.objectContaining({ state: expect.anything() })]);
    expect(stillKnown(folder, known)).toBeDefined();
    writeFileSync(path, "46");
    utimesSync(path, ahead, ahead);
    expect(stillKnown(folder, known)).toBeUndefined();
  });

  test("a touched file, and one that was another for a while, are the same", () => {
    const { folder, path } = oldFile("45");
    const known = settled(folder, ["a.ts"]);
    utimesSync(path, new Date(), new Date());
    expect(stillKnown(folder, known)).toBeDefined();
    writeFileSync(path, "46");
    writeFileSync(path, "45");
    expect(stillKnown(folder, known)?.map(({ hash }) => hash)).toEqual(known.map(({ hash }) => hash));
  });

  test("a backup that is put back has an older time, and is another file", () => {
    const { folder, path } = oldFile("45");
    const known = settled(folder, ["a.ts"]);
    put(folder, "backup", "44");
    const older = new Date(longAgo.getTime() - 60_000);
    utimesSync(join(folder, "backup"), older, older);
    renameSync(join(folder, "backup"), path);
    expect(stillKnown(folder, known)).toBeUndefined();
  });

  test("a deleted file", () => {
    const { folder, path } = oldFile("45");
    const known = settled(folder, ["a.ts"]);
    rmSync(path);
    expect(stillKnown(folder, known)).toBeUndefined();
  });
});

describe("a folder is known by what is in it", () => {
  test.each([
    ["another file", (folder: string) => put(folder, "b.ts", "")],
    ["a file less", (folder: string) => rmSync(join(folder, "a.ts"))],
    [
      "a link in place of a file",
      (folder: string) => {
        renameSync(join(folder, "a.ts"), `${folder}.ts`);
        symlinkSync(`${folder}.ts`, join(folder, "a.ts"));
      },
    ],
  ])("%s", (_, change) => {
    const { folder } = oldFile("45");
    const known = settled(folder, ["."]);
    change(folder);
    expect(stillKnown(folder, known)).toBeUndefined();
    rmSync(`${folder}.ts`, { force: true });
  });

  test("what came and went is nothing", () => {
    const { folder } = oldFile("45");
    const known = settled(folder, ["."]);
    put(folder, ".a.ts.swp", "");
    rmSync(join(folder, ".a.ts.swp"));
    expect(stillKnown(folder, known)).toBeDefined();
  });
});
