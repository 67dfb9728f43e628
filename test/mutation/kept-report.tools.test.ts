import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { keptReport } from "../../scripts/mutate/kept-report.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

afterEach(() => void vi.unstubAllEnvs());

const all = { kind: "all" } as const;
const run = { results: [], untested: ["Untested"] };

/** A project whose definitions can be saved, in a cache of its own. */
async function project() {
  const root = await temporaryFolder();
  vi.stubEnv("XDG_CACHE_HOME", join(root, "cache"));
  await mkdir(join(root, "definitions"));
  const definitions = join(root, "definitions/index.ts");
  const save = (text: string) => writeFile(definitions, text);
  await save("one");
  return { save, kept: () => keptReport({ root, definitions, out: join(root, "out") }, all) };
}

test("a report is kept for the sources that it was made from", async () => {
  const { save, kept } = await project();
  const { note, run: before } = await kept();
  expect(before).toBeUndefined();
  await note(run);
  expect((await kept()).run).toEqual(run);
  await save("two");
  expect((await kept()).run).toBeUndefined();
  await save("one");
  expect((await kept()).run).toEqual(run);
});

test("where somebody saved while it was made, nobody knows of which sources it is", async () => {
  const { save, kept } = await project();
  const { note } = await kept();
  await save("two");
  await note(run);
  expect((await kept()).run).toBeUndefined();
  await save("one");
  expect((await kept()).run).toBeUndefined();
});
