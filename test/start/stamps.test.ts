import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { engine } from "../../scripts/engine.ts";
import { unchangedSince } from "../../scripts/start/stamp.cjs";
import { makeFolder, put } from "../build/out-fixture.ts";
import { projectWith, runSignalbox } from "../project/make-project.ts";

const repository = resolve(engine.packageFolder);

/** A project with a cache of its own, and a way to build it there. */
function projectWithCache() {
  const [folder, cache] = [projectWith("examples/starter/definitions"), makeFolder()];
  vi.stubEnv("XDG_CACHE_HOME", cache);
  onTestFinished(() => void vi.unstubAllEnvs());
  const build = async () => {
    const { exitCode, stderr } = await runSignalbox(["build"], { folder, env: { XDG_CACHE_HOME: cache } });
    expect(exitCode, stderr).toBe(0);
  };
  /** As often as it takes until the compiler has looked at the same files twice. */
  const settle = async () => {
    await build();
    await build();
  };
  return { folder, build, settle, stamp: join(cache, "signalbox/stamps", folder, ".stamp.json") };
}

test("what a deployment keeps in out/ does not make each build a long one, and is noticed when it comes or goes", async () => {
  const { folder, build, settle } = projectWithCache();
  mkdirSync(join(folder, "out/secrets"), { recursive: true });
  put(folder, "out/.env", "PASSWORD=1\n");
  await settle();
  expect(unchangedSince(repository, folder)).toMatch(/nothing changed$/);
  put(folder, "out/secrets/token", "1");
  put(folder, "out/.env", "PASSWORD=2\n");
  expect(unchangedSince(repository, folder)).toMatch(/nothing changed$/);
  put(folder, "out/backup/now", "1");
  expect(unchangedSince(repository, folder)).toBeUndefined();
  await build();
  expect(unchangedSince(repository, folder)).toMatch(/nothing changed$/);
  put(folder, "out/mine", "1");
  expect(unchangedSince(repository, folder)).toBeUndefined();
}, 120_000);

test("a stamp of another shape, or of another checkout, is as good as none", async () => {
  const { folder, settle, stamp } = projectWithCache();
  await settle();
  const whole = JSON.parse(readFileSync(stamp, "utf8"));
  const { path, hash } = whole.files[0];
  const shapes: readonly unknown[] = [undefined, {}, [null], [1], [{ path }], [{ path, hash, state: 1 }]];
  for (const files of shapes) {
    writeFileSync(stamp, JSON.stringify({ ...whole, files }));
    expect(unchangedSince(repository, folder), JSON.stringify(files)).toBeUndefined();
  }
  // As if another checkout had stood where this one is.
  writeFileSync(stamp, JSON.stringify({ ...whole, root: `${whole.root}-before` }));
  expect(unchangedSince(repository, folder)).toBeUndefined();
  writeFileSync(stamp, JSON.stringify(whole));
  expect(unchangedSince(repository, folder)).toMatch(/nothing changed$/);
  rmSync(stamp);
  mkdirSync(stamp);
  expect(unchangedSince(repository, folder)).toBeUndefined();
  await settle();
}, 120_000);
