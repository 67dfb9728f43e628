import { expect, test } from "vitest";
import { complaintAboutParts, leftOutText, partsIn } from "../../scripts/build/only.ts";
import { parts } from "../../generators/targets/part.ts";
import { filesInTurn } from "../../generators/targets/index.ts";
import { exampleTestedModel } from "../example-model.ts";
import { buildFiles, inTurn, makeFolder, put, readTree, treeOf } from "./out-fixture.ts";

test("parts are named in any order", () => {
  expect(partsIn("dashboards, rules")).toEqual(["rules", "dashboards"]);
  expect(complaintAboutParts("dashboards, rules")).toBeUndefined();
});

test("a part that there is not is refused, with the ones that there are", () => {
  expect(complaintAboutParts("rules,dashboard")).toBe(
    "Option '--only' names the part 'dashboard', which out/ does not have (did you mean 'dashboards'?). It has rules, routing, dashboards, tests, docs, pictures, contracts, stack.",
  );
  expect(complaintAboutParts("")).toMatch(/^Option '--only' names the part ''/);
});

test("what was left out is named", () => {
  expect(leftOutText(["rules", "routing", "dashboards"])).toBe(
    'left as it was: tests, docs, pictures, contracts, stack; these may be stale until "signalbox build" builds all\n',
  );
  expect(leftOutText(parts)).toBe("");
});

test("every part has files, and together they are all files", () => {
  const model = exampleTestedModel();
  const namesOf = (of: readonly (typeof parts)[number][]) =>
    [...filesInTurn(model, of)].map(({ name }) => name);
  const each = parts.map((part) => namesOf([part]));
  expect(each.filter((names) => names.length === 0)).toEqual([]);
  expect(each.flat().sort()).toEqual(namesOf(parts).sort());
});

test("what is not built stays as it is, and stays what the build made", () => {
  const out = makeFolder();
  const files = { "rules.yml": "a\n", "docs/card.md": "card\n", "docs/old.md": "old\n" };
  buildFiles(out, files);
  put(out, "docs/card.md", "stale\n");
  const part = { "rules.yml": "b\n", "new/rules.yml": "c\n" };
  expect(buildFiles(out, part, { isPart: true })).toMatchObject({
    kind: "written",
    fileCount: 5,
    changes: [{ path: "manifest.txt" }, { path: "new/rules.yml" }, { path: "rules.yml" }],
  });
  expect(readTree(out)).toEqual(treeOf({ ...files, ...part, "docs/card.md": "stale\n" }));
  // Whoever looks at all of it finds what is stale, and the next build of all repairs it.
  const all = { ...part, "docs/card.md": "card\n" };
  const looked = { problems: [], files: inTurn(all) };
  expect(buildFiles(out, {}, { compiled: looked, mode: "check" })).toMatchObject({
    changes: [
      { path: "docs/card.md", kind: "changed" },
      { path: "docs/old.md", kind: "deleted" },
      { path: "manifest.txt", kind: "changed" },
    ],
  });
  buildFiles(out, all);
  expect(readTree(out)).toEqual(treeOf(all));
});

test("a part of the same changes not even the manifest", () => {
  const out = makeFolder();
  buildFiles(out, { "rules.yml": "a\n", "docs/card.md": "card\n" });
  expect(buildFiles(out, { "rules.yml": "a\n" }, { isPart: true })).toMatchObject({ changes: [] });
});
