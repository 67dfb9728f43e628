import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repositoryOf } from "../../scripts/project/repository.ts";
import { makeProject } from "./make-project.ts";

test.each([
  ['{ "repository": "github:shop/monitoring" }', "github:shop/monitoring"],
  [
    '{ "repository": { "type": "git", "url": "git+https://git.shop.internal/ops.git" } }',
    "git+https://git.shop.internal/ops.git",
  ],
  ['{ "name": "shop" }', undefined],
  ['{ "repository": 7 }', undefined],
  ["no JSON", undefined],
])("%s", (text, repository) => {
  const root = makeProject();
  writeFileSync(join(root, "package.json"), text);
  expect(repositoryOf({ root })).toBe(repository);
});

test("a folder without a package.json has none", () => {
  expect(repositoryOf({ root: import.meta.dirname })).toBeUndefined();
});
