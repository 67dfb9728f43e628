import { join } from "node:path";
import { expect, test } from "vitest";
import type { CompiledFile } from "../../generators/compile.ts";
import type { Problem } from "../../generators/problem.ts";
import { build } from "../../scripts/build/build.ts";
import { takingBack } from "../../scripts/build/take-back.ts";
import { buildFiles, inTurn, makeFolder, put, readTree, treeOf } from "./out-fixture.ts";

const leak: Problem = {
  check: "no-secret-values",
  place: { file: "definitions/a.ts", line: 3 },
  message: "out/b.yml:1 would contain a token",
  fix: "move it",
};

test("at once: what an earlier build made changes before the next file is made; after a problem all of it is taken back", () => {
  const out = join(makeFolder(), "out");
  buildFiles(out, { "a.yml": "a1", "b.yml": "b1", "c.yml": "c1" });
  const before = readTree(out);
  const { perform, takeBack } = takingBack();
  function* watched(): Generator<CompiledFile | Problem> {
    yield { path: "a.yml", text: () => "a2" };
    expect(readTree(out)).toEqual({ ...before, "a.yml": "a2" });
    yield { path: "new.yml", text: () => "n" };
    expect(readTree(out)).not.toHaveProperty("new.yml");
    yield { path: "b.yml", text: () => "b1" };
    yield leak;
  }
  const request = { outFolder: out, mode: "write", atOnce: true, perform } as const;
  const refused = build({ ...request, compiled: { problems: [], files: watched() } });
  expect(refused).toEqual({ kind: "refused", problems: [leak] });
  takeBack();
  expect(readTree(out)).toEqual(before);

  const files = inTurn({ "a.yml": "a2", "new.yml": "n", "b.yml": "b1" });
  const written = build({ ...request, compiled: { problems: [], files } });
  expect(written).toMatchObject({
    kind: "written",
    changes: [
      { path: "a.yml", kind: "changed" },
      { path: "c.yml", kind: "deleted" },
      { path: "manifest.txt", kind: "changed" },
      { path: "new.yml", kind: "new" },
    ],
  });
  expect(readTree(out)).toEqual(treeOf({ "a.yml": "a2", "new.yml": "n", "b.yml": "b1" }));
});

test("at once, too, nothing changes that the build did not make", () => {
  const out = join(makeFolder(), "out");
  buildFiles(out, { "a.yml": "a1" });
  put(out, "mine.yml", "mine");
  const before = readTree(out);
  const files = inTurn({ "mine.yml": "built" });
  const { perform } = takingBack();
  const outcome = build({
    compiled: { problems: [], files },
    outFolder: out,
    mode: "write",
    atOnce: true,
    perform,
  });
  expect(outcome.kind).toBe("refused");
  expect(readTree(out)).toEqual(before);
});

test("what was written is taken back: changed, new and deleted files, and the manifest", () => {
  const out = join(makeFolder(), "out");
  buildFiles(out, { "a.yml": "1", "b/c.yml": "1" });
  const before = readTree(out);
  const { perform, takeBack } = takingBack();
  const files = [
    { path: "a.yml", text: () => "2" },
    { path: "new.yml", text: () => "2" },
  ];
  const outcome = build({ compiled: { problems: [], files }, outFolder: out, mode: "write", perform });
  expect(outcome.kind).toBe("written");
  expect(readTree(out)).not.toEqual(before);
  takeBack();
  expect(readTree(out)).toEqual(before);
});
