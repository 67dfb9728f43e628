import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Files } from "../../generators/output.ts";
import { sourceFiles } from "../../scripts/validate/source-files.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

async function sourcesOf(files: Files) {
  const root = await temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return sourceFiles({ root, definitions: join(root, "definitions/index.ts"), out: join(root, "out") });
}

test("all that the definitions import is among them, wherever it lies in the project", async () => {
  const found = await sourcesOf({
    "definitions/index.ts": 'import { a } from "./a.ts";\nexport * from "../shared/b.ts";',
    "definitions/a.ts": 'import { service } from "signalbox";\nconst later = import("./c.ts");',
    "definitions/c.ts": "",
    "definitions/nobody.ts": "",
    "shared/b.ts": 'import type { A } from "../definitions/a.ts";',
    "package-lock.json": "{}",
  });
  const own = [...(found ?? new Map())].filter(
    ([name]) => name.endsWith(".ts") && name !== "signalbox.config.ts",
  );
  expect(own.map(([name]) => name).sort()).toEqual([
    "definitions/a.ts",
    "definitions/c.ts",
    "definitions/index.ts",
    "shared/b.ts",
  ]);
  expect(found?.get("package-lock.json")).toBe("{}");
});

test.each([
  ["a package", 'import { readFileSync } from "node:fs";'],
  ["a variable of the environment", "export const a = process.env.HOME;"],
  ["the date", "export const a = new Date();"],
  ["chance", "export const a = Math.random();"],
  ["a file of which only a loader knows the ending", 'import { a } from "./a";'],
  ["a module that is named by an expression", "export const a = import(name);"],
])("what depends on %s is not known from its files", async (_what, text) => {
  expect(await sourcesOf({ "definitions/index.ts": text, "definitions/a.ts": "" })).toBeUndefined();
});
