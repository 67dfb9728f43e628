import { mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder as makeFolderAt } from "../../scripts/start/make-folder.cjs";
import { withLock } from "../../scripts/tools/fetch-lock.ts";
import { makeFolder } from "../build/out-fixture.ts";
import { projectWith, runSignalbox } from "../project/make-project.ts";

test("a folder is made with all above it, and one that is there stays as it is", () => {
  const folder = join(makeFolder(), "a/b/c");
  makeFolderAt(folder);
  writeFileSync(join(folder, "file"), "");
  makeFolderAt(folder);
  expect(readdirSync(folder)).toEqual(["file"]);
});

test.skipIf(process.platform === "win32")("all that are made are for those who may have them", () => {
  const parent = makeFolder();
  makeFolderAt(join(parent, "a/b"), 0o700);
  const modes = ["a", "a/b"].map((name) => statSync(join(parent, name)).mode & 0o777);
  expect(modes).toEqual([0o700, 0o700]);
});

test("what is in the way is an error", () => {
  const parent = makeFolder();
  writeFileSync(join(parent, "file"), "");
  expect(() => makeFolderAt(join(parent, "file/a/b"))).toThrow();
  symlinkSync(join(parent, "gone"), join(parent, "link"));
  expect(() => makeFolderAt(join(parent, "link/a"))).toThrow();
});

test("several that make the same one at once all have it", async () => {
  const folder = join(makeFolder(), "a/b/c");
  await Promise.all(Array.from({ length: 10 }, () => withLock(folder, async () => undefined)));
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  makeFolderAt(folder);
});

// Where the system says of a folder that is there that it is not: asked to make one in it with all above it, Node never ends.
test.runIf(process.platform === "linux")(
  "a cache that no folder can be made for costs time, and nothing else",
  async () => {
    expect(() => makeFolderAt("/proc/x/signalbox/kept")).toThrow("ENOENT");
    const folder = projectWith("examples/starter/definitions");
    const build = () => runSignalbox(["build"], { folder, env: { XDG_CACHE_HOME: "/proc/x" } });
    expect(await build()).toMatchObject({ exitCode: 0, stderr: "" });
    expect((await build()).stdout).toMatch(/nothing changed/);
    await expect(withLock("/proc/x/signalbox/tools", async () => undefined)).rejects.toThrow("ENOENT");
  },
);
