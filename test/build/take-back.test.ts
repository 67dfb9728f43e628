import { join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../../scripts/build/build.ts";
import { takingBack } from "../../scripts/build/take-back.ts";
import { buildFiles, makeFolder, readTree } from "./out-fixture.ts";

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
