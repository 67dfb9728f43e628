import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { engine } from "../../scripts/engine.ts";
import { makeFolder } from "../build/out-fixture.ts";

test("the declarations that the package ships can be made, and its package.json names them", () => {
  const folder = makeFolder();
  const root = engine.packageFolder;
  const types = join(folder, "dist/types");
  const { status, stdout } = spawnSync(
    engine.compiler(),
    ["--project", join(root, "tsconfig.package.json"), "--outDir", types],
    { encoding: "utf8" },
  );
  expect(stdout).toBe("");
  expect(status).toBe(0);
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(existsSync(join(folder, exports["."].types))).toBe(true);
});
