import { join } from "node:path";
import { expect, test } from "vitest";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { makeFolder, put } from "../build/out-fixture.ts";
import { exampleCompiled } from "../example-model.ts";
import { makeProject, runSignalbox } from "../project/make-project.ts";
import { blocksOf, builtDocs, placeOf, projectAfter } from "./built-docs.ts";

// Starting the command line several times takes a while on a busy machine.
const patience = { timeout: 180_000 };

test("the rules of the pages' examples pass their tests", patience, async () => {
  const { files } = await builtDocs();
  const folder = makeFolder();
  for (const [path, text] of Object.entries(files)) put(folder, path, text);
  // Those of the example itself are run where it is tested.
  const known = exampleCompiled().files;
  const own = Object.keys(files).filter(
    (path) => /^prometheus\/tests\/.*\.test\.yml$/.test(path) && known[path] === undefined,
  );
  expect(own.length).toBeGreaterThan(0);
  const paths = own.map((path) => join(folder, path));
  const { code, stdout, stderr } = await runTool(await findTool("promtool"), ["test", "rules", ...paths]);
  expect(code, stdout + stderr).toBe(0);
});

test.each(blocksOf("survivor").map((one) => ({ ...one, place: placeOf(one) })))(
  "$place: mutate prints what is shown",
  patience,
  async ({ block, promised: { rule, ...edit } }) => {
    const folder = makeProject(projectAfter(edit));
    const { stderr, exitCode } = await runSignalbox(["mutate", "--rule", rule], { folder });
    expect(stderr).toContain(block.text.trimEnd());
    expect(exitCode).toBe(1);
  },
);
