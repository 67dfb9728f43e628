import { expect, test } from "vitest";
import { sourceOf } from "../../generators/targets/source-of.ts";

test.each([
  ["nothing", [], "definitions/"],
  ["one file", ["definitions/services/shop/alerts.ts"], "definitions/services/shop/alerts.ts"],
  [
    "the same file twice",
    ["definitions/platform/stack.ts", "definitions/platform/stack.ts"],
    "definitions/platform/stack.ts",
  ],
  [
    "two files of a folder",
    ["definitions/services/shop/a.ts", "definitions/services/shop/b.ts"],
    "definitions/services/shop/",
  ],
  [
    "a file and one in a folder beside it",
    ["definitions/services/a.ts", "definitions/services/shop/a.ts"],
    "definitions/services/",
  ],
  [
    "folders whose names start alike",
    ["definitions/services/shop/a.ts", "definitions/services/shops/a.ts"],
    "definitions/services/",
  ],
  ["files that share no folder", ["definitions/a.ts", "unknown"], "definitions/"],
])("%s", (_what, files, source) => {
  expect(sourceOf(files.map((file) => ({ place: { file, line: 1 } })))).toBe(source);
});
