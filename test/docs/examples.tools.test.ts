import { join } from "node:path";
import { expect, test } from "vitest";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { makeFolder, put } from "../build/out-fixture.ts";
import { exampleCompiled } from "../example-model.ts";
import { builtDocs } from "./built-docs.ts";

test("the rules of the pages' examples pass their tests", async () => {
  const { files } = await builtDocs();
  const folder = makeFolder();
  for (const [path, text] of Object.entries(files)) put(folder, path, text);
  const known = exampleCompiled().files;
  const own = Object.keys(files).filter(
    (path) => /^prometheus\/tests\/.*\.test\.yml$/.test(path) && files[path] !== known[path],
  );
  if (own.length === 0) return;
  const paths = own.map((path) => join(folder, path));
  const { code, stdout, stderr } = await runTool(await findTool("promtool"), ["test", "rules", ...paths]);
  expect(code, stdout + stderr).toBe(0);
});
