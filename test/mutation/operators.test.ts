import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mutationOperators } from "../../generators/mutation/operators/index.ts";
import { root } from "../layout/source-files.ts";

test("every file of the folder is an operator of the list, so that none is forgotten", () => {
  const files = readdirSync(join(root, "generators/mutation/operators"));
  const names = Object.keys(mutationOperators).map((name) => name.replace(/[A-Z]/g, "-$&").toLowerCase());
  expect(files.sort()).toEqual([...names.map((name) => `${name}.ts`), "index.ts"].sort());
});

test("what to add is said in the imperative, as the beginning of a fix", () => {
  for (const { toAdd } of Object.values(mutationOperators)) {
    expect(toAdd).toMatch(/^(?:add|choose|give|make|set|nothing:) ?.*[^.]$/);
  }
});
