import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { FetchSource } from "../../scripts/tools/fetch-source.ts";
import { findTool, lookForTool } from "../../scripts/tools/find-tool.ts";
import { searchPath } from "../../scripts/tools/search-path.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { writeFakeTool } from "./write-fake-tool.ts";

const nothing = async (): Promise<readonly FetchSource[]> => [];

const sourceOf = (origin: FetchSource["origin"], version: string): FetchSource => ({
  origin,
  fetch: async (name, folder) => {
    await writeFakeTool(folder, name, version);
    return { ok: true, bundle: name, programs: [{ name, path: name }] };
  },
});

test("the environment variable comes before PATH", async () => {
  const folder = await temporaryFolder();
  const named = await writeFakeTool(join(folder, "named"), "my-promtool", "3.6.0");
  await writeFakeTool(join(folder, "bin"), "promtool", "3.7.0");
  const environment = { PROMTOOL: named, PATH: join(folder, "bin") };
  expect(await findTool("promtool", { environment, cacheFolder: folder, sources: nothing })).toEqual({
    name: "promtool",
    path: named,
    version: "3.6.0",
    origin: "environment",
    passedOver: [],
  });
});

test("PATH comes before the cache and the sources", async () => {
  const folder = await temporaryFolder();
  const path = await writeFakeTool(join(folder, "bin"), "promtool", "3.7.0");
  const sources = async () => [sourceOf("packages", "3.8.0")];
  const filled = await findTool("promtool", { environment: {}, cacheFolder: folder, sources });
  expect(filled).toMatchObject({ version: "3.8.0", origin: "packages" });
  const environment = { PATH: join(folder, "bin") };
  const found = await findTool("promtool", { environment, cacheFolder: folder, sources });
  expect(found).toMatchObject({ path, version: "3.7.0", origin: "path" });
});

test("Debian's names on PATH are known", async () => {
  const folder = await temporaryFolder();
  const path = await writeFakeTool(folder, "prometheus-alertmanager", "0.33.1");
  const environment = { PATH: folder };
  const found = await findTool("alertmanager", { environment, cacheFolder: folder, sources: nothing });
  expect(found).toMatchObject({ path, version: "0.33.1", origin: "path" });
});

test("a tool that is too old is passed over with the reason, and a later one on PATH is taken", async () => {
  const folder = await temporaryFolder();
  const named = await writeFakeTool(join(folder, "named"), "promtool", "3.4.9");
  const old = await writeFakeTool(join(folder, "old"), "promtool", "2.53.3");
  const path = await writeFakeTool(join(folder, "new"), "promtool", "3.5.0");
  const environment = { PROMTOOL: named, PATH: `${join(folder, "old")}:${join(folder, "new")}` };
  const found = await findTool("promtool", { environment, cacheFolder: folder, sources: nothing });
  expect(found).toMatchObject({ path, version: "3.5.0", origin: "path" });
  expect(found.passedOver).toEqual([
    `PROMTOOL names ${named}, but it is version 3.4.9, and 3.5 is needed (rule tests use fuzzy_compare)`,
    `${old} is on PATH, but it is version 2.53.3, and 3.5 is needed (rule tests use fuzzy_compare)`,
  ]);
});

test("sources are asked in their order, and a failing one is a reason", async () => {
  const cacheFolder = await temporaryFolder();
  const failing: FetchSource = {
    origin: "release",
    fetch: async () => ({ ok: false, reason: "release 1: the host cannot be reached (ENOTFOUND)" }),
  };
  const sources = async () => [failing, sourceOf("packages", "3.4.0"), sourceOf("packages", "3.5.3")];
  const found = await findTool("promtool", { environment: {}, cacheFolder, sources });
  expect(found).toMatchObject({ version: "3.5.3", origin: "packages" });
  expect(found.passedOver).toEqual([
    "release 1: the host cannot be reached (ENOTFOUND)",
    "promtool: promtool: it is version 3.4.0",
  ]);
});

test("a tool that cannot be had names every reason and the three ways to get it", async () => {
  const folder = await temporaryFolder();
  const notRunnable = await writeFakeTool(folder, "amtool", "0.33.1");
  await chmod(notRunnable, 0o644);
  const environment = { AMTOOL: notRunnable, PATH: "" };
  const refusing: FetchSource = {
    origin: "packages",
    fetch: async () => ({
      ok: false,
      reason: "Debian package prometheus-alertmanager: it has version 0.28.1",
    }),
  };
  const options = { environment, cacheFolder: join(folder, "cache"), sources: async () => [refusing] };
  const message = [
    "amtool 0.33 or newer is not available:",
    "  amtool is not on PATH",
    `  AMTOOL names ${notRunnable}, which is not a program`,
    "  Debian package prometheus-alertmanager: it has version 0.28.1",
    "  fix: do one of these",
    "    set AMTOOL to the program's path",
    "    put amtool on PATH",
    "    install the Debian package prometheus-alertmanager, or unpack release 0.34.2 of github.com/prometheus/alertmanager",
  ].join("\n");
  const search = await lookForTool("amtool", options);
  expect(search).toMatchObject({ found: false, missing: { name: "amtool", message } });
  await expect(findTool("amtool", options)).rejects.toThrow(new Error(message));
});

test("a folder that cannot be written is a reason", async () => {
  const folder = await temporaryFolder();
  const cacheFolder = join(await writeFakeTool(folder, "file", "1"), "below-a-file");
  const search = await lookForTool("promtool", { environment: {}, cacheFolder, sources: nothing });
  expect(search.found ? [] : search.missing.reasons).toEqual([
    "PROMTOOL is not set",
    "promtool is not on PATH",
    `${cacheFolder} cannot be written to: ENOTDIR: not a directory, mkdir '${cacheFolder}'`,
  ]);
});

test("PATH is searched name by name, then the extra folders, each file once", async () => {
  const folder = await temporaryFolder();
  const [a, b, plugins] = [join(folder, "a"), join(folder, "b"), join(folder, "plugins")];
  await writeFakeTool(a, "debian-name", "1");
  await writeFakeTool(b, "own-name", "1");
  await writeFakeTool(plugins, "own-name", "1");
  const found = await searchPath(["own-name", "debian-name"], `${a}:${b}:${b}:/nowhere`, [plugins]);
  expect(found).toEqual([join(b, "own-name"), join(plugins, "own-name"), join(a, "debian-name")]);
});
