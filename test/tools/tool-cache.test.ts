import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import type { FetchSource } from "../../scripts/tools/fetch-source.ts";
import { findTool, type FindToolOptions } from "../../scripts/tools/find-tool.ts";
import { folderContent } from "../../scripts/tools/folder-content.ts";
import { releases } from "../../scripts/tools/pins.ts";
import { withProgress } from "../../scripts/tools/status-line.ts";
import { inProcess, runner } from "./in-process.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { writeFakeTool } from "./write-fake-tool.ts";

type Counted = { readonly options: FindToolOptions; readonly fetches: () => number };

const countedFetch = async (
  version = "3.5.3",
  origin: FetchSource["origin"] = "packages",
): Promise<Counted> => {
  const cacheFolder = await temporaryFolder();
  let count = 0;
  const source: FetchSource = {
    origin,
    fetch: async (name, folder) => {
      count += 1;
      // Long enough for the others to come to the lock.
      await wait(50);
      await writeFakeTool(folder, name, version);
      return { ok: true, bundle: name, programs: [{ name, path: name }] };
    },
  };
  return { options: { environment: {}, cacheFolder, sources: async () => [source] }, fetches: () => count };
};

/** A source whose program notes in a file that it was started. */
const notingStarts = async (starts: string): Promise<FetchSource> => ({
  origin: "packages",
  fetch: async (name, folder) => {
    const path = await writeFakeTool(folder, name, "3.5.3");
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace("\n", `\necho started >> ${starts}\n`));
    return { ok: true, bundle: name, programs: [{ name, path: name }] };
  },
});

test("a cached tool is neither fetched nor started again", async () => {
  const { options } = await countedFetch();
  const starts = join(await temporaryFolder(), "starts");
  const noting = { ...options, sources: async () => [await notingStarts(starts)] };
  const first = await findTool("promtool", noting);
  expect(await findTool("promtool", noting)).toEqual(first);
  // To see whether it runs, when it was fetched.
  expect(await readFile(starts, "utf8")).toBe("started\n");
});

test("a cached program in whose place somebody has put another of its size is fetched again", async () => {
  const { options, fetches } = await countedFetch();
  const { path } = await findTool("promtool", options);
  const { size, atime, mtime } = await stat(path);
  await writeFile(path, "#!/bin/sh\nexit 0\n".padEnd(size));
  await utimes(path, atime, mtime);
  expect(await findTool("promtool", options)).toMatchObject({ path, version: "3.5.3" });
  expect(await readFile(path, "utf8")).toContain("promtool, version 3.5.3");
  expect(fetches()).toBe(2);
});

test("one process that asks ten times at once fetches once", async () => {
  const { options, fetches } = await countedFetch();
  const found = await Promise.all(Array.from({ length: 10 }, () => findTool("promtool", options)));
  expect(new Set(found.map((tool) => tool.path)).size).toBe(1);
  expect(fetches()).toBe(1);
});

test("several processes that ask at once fetch once, and leave nothing half done", async () => {
  const cacheFolder = await temporaryFolder();
  const log = join(cacheFolder, "fetches.log");
  const processes = [1, 2, 3].map(async () => {
    const child = spawn(process.execPath, [runner, inProcess("fetch"), cacheFolder, log], {
      stdio: "inherit",
    });
    const [code] = await once(child, "exit");
    return code;
  });
  expect(await Promise.all(processes)).toEqual([0, 0, 0]);
  expect(await readFile(log, "utf8")).toBe("fetched promtool\n");
  expect((await readdir(cacheFolder)).sort()).toEqual([
    "digests.json",
    "fetches.log",
    "promtool-3.5.3-packages",
  ]);
});

test("a lock and a half-done folder of a process that has died do no harm", async () => {
  const { options, fetches } = await countedFetch();
  const cacheFolder = options.cacheFolder ?? "";
  const dead = spawn("true");
  await once(dead, "exit");
  await writeFile(join(cacheFolder, "lock"), String(dead.pid));
  await mkdir(join(cacheFolder, `unfinished-${dead.pid}`));
  expect(await findTool("promtool", options)).toMatchObject({ version: "3.5.3" });
  expect(fetches()).toBe(1);
  expect((await readdir(cacheFolder)).sort()).toEqual(["digests.json", "promtool-3.5.3-packages"]);
});

test("a cached tool whose file or record is gone is fetched again", async () => {
  const { options, fetches } = await countedFetch();
  const tool = await findTool("promtool", options);
  await rm(tool.path);
  await findTool("promtool", options);
  await writeFile(join(tool.path, "../record.json"), '{"origin":"packages","programs":[{}]}');
  await findTool("promtool", options);
  expect(fetches()).toBe(3);
});

test("a cached tool of which something is cut off, gone or added is fetched again", async () => {
  const { options, fetches } = await countedFetch();
  const { path } = await findTool("promtool", options);
  await truncate(path, 12);
  await findTool("promtool", options);
  await writeFile(join(path, "../half"), "");
  expect(await findTool("promtool", options)).toMatchObject({ path, version: "3.5.3" });
  expect(await readdir(join(path, ".."))).toEqual(["promtool", "record.json"]);
  expect(fetches()).toBe(3);
});

test("the lock of another machine that shares the home is respected while it is touched", async () => {
  const { options, fetches } = await countedFetch();
  const lock = join(options.cacheFolder ?? "", "lock");
  // No process of this machine has the number; its own machine may have one.
  await writeFile(lock, "4194305 another-machine some-fetch");
  const finding = findTool("promtool", options);
  await wait(300);
  expect(fetches()).toBe(0);
  const longAgo = new Date(Date.now() - 120_000);
  await utimes(lock, longAgo, longAgo);
  expect(await finding).toMatchObject({ version: "3.5.3" });
});

test("a lock that is left over is taken over by one only of those who wait", async () => {
  const { options, fetches } = await countedFetch();
  await writeFile(join(options.cacheFolder ?? "", "lock"), "4194305");
  await Promise.all(Array.from({ length: 10 }, () => findTool("promtool", options)));
  expect(fetches()).toBe(1);
  expect((await readdir(options.cacheFolder ?? "")).sort()).toEqual([
    "digests.json",
    "promtool-3.5.3-packages",
  ]);
});

test("a release counts only at the pinned version", async () => {
  const pinned = await countedFetch(releases.prometheus.version, "release");
  expect(await findTool("promtool", pinned.options)).toMatchObject({ origin: "release" });
  const other = await countedFetch("3.99.0", "release");
  await expect(findTool("promtool", other.options)).rejects.toThrow(
    "  release: what was fetched is not the pinned version\n",
  );
});

test("in the cache the release comes before packages, and a newer package before an older", async () => {
  const { options } = await countedFetch("3.5.3");
  const { cacheFolder = "" } = options;
  const put = async (version: string, origin: string): Promise<void> => {
    const folder = join(cacheFolder, `${version}-${origin}`);
    await writeFakeTool(folder, "promtool", version);
    const content = await folderContent(folder, { but: "record.json" });
    const record = { origin, programs: [{ name: "promtool", path: "promtool", version }], content };
    await writeFile(join(folder, "record.json"), JSON.stringify(record));
  };
  await put("3.9.0", "packages");
  await put("3.14.0", "packages");
  await put("3.4.0", "packages");
  expect(await findTool("promtool", options)).toMatchObject({ version: "3.14.0" });
  await put(releases.prometheus.version, "release");
  expect(await findTool("promtool", options)).toMatchObject({ origin: "release" });
});

test("a line is said once when the work takes more than a second, and never otherwise", async () => {
  const said: string[] = [];
  await withProgress(
    "quick",
    (line) => said.push(line),
    async () => undefined,
  );
  await withProgress(
    "slow",
    (line) => said.push(line),
    () => wait(1_200),
  );
  expect(said).toEqual(["slow"]);
});
