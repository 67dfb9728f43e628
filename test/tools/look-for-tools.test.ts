import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Fetched, FetchSource } from "../../scripts/tools/fetch-source.ts";
import { findTool, lookForTools } from "../../scripts/tools/find-tool.ts";
import { releases } from "../../scripts/tools/pins.ts";
import { statusLine } from "../../scripts/tools/status-line.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { writeFakeTool } from "./write-fake-tool.ts";

const refused: Fetched = { ok: false, reason: "the host cannot be reached" };

/** Fetches what it has, in megabytes that it says. */
const sourceOf = (versions: Readonly<Record<string, string>>): FetchSource => ({
  origin: "packages",
  fetch: async (name, folder, watch) => {
    const version = versions[name];
    if (version === undefined) return refused;
    watch.begins({ what: `${name} ${version}`, from: "the shelf", bytes: 97_000_000 });
    watch.received(34_000_000);
    await writeFakeTool(folder, name, version);
    return { ok: true, bundle: name, programs: [{ name, path: name }] };
  },
});

const lineOf = (isTTY: boolean) => {
  const written: string[] = [];
  return { written, line: statusLine({ isTTY, columns: 400, write: (text) => written.push(text) }) };
};

test("what is fetched is reported, of what size, and how many there are", async () => {
  const folder = await temporaryFolder();
  const { written, line } = lineOf(false);
  const path = await writeFakeTool(join(folder, "bin"), "prometheus", "3.5.3");
  const searches = lookForTools(["promtool", "prometheus", "amtool"], {
    environment: { PATH: join(folder, "bin") },
    cacheFolder: join(folder, "cache"),
    sources: async () => [sourceOf({ promtool: "3.5.3", amtool: "0.33.1" })],
    line,
  });
  expect(await searches.get("prometheus")).toMatchObject({ found: true, tool: { path } });
  expect(await searches.get("amtool")).toMatchObject({ found: true, tool: { version: "0.33.1" } });
  expect(await searches.get("promtool")).toMatchObject({ found: true, tool: { version: "3.5.3" } });
  expect(written).toEqual([
    `fetching 1 of 2: promtool 3.5.3 (97 MB) from the shelf, once, into ${folder}/cache …\n`,
    `fetching 2 of 2: amtool 0.33.1 (97 MB) from the shelf, once, into ${folder}/cache …\n`,
  ]);
});

test("on a terminal it is one line, which says how much has come and goes in the end", async () => {
  const cacheFolder = await temporaryFolder();
  const { written, line } = lineOf(true);
  const sources = async () => [sourceOf({ promtool: "3.5.3" })];
  await findTool("promtool", { environment: {}, cacheFolder, sources, line });
  expect(written).toEqual([
    `\r\u001b[2Kfetching promtool 3.5.3 (97 MB) from the shelf, once, into ${cacheFolder} …`,
    `\r\u001b[2Kfetching promtool 3.5.3 (34 MB of 97 MB) from the shelf, once, into ${cacheFolder} …`,
    "\r\u001b[2K",
  ]);
});

test("one tool that cannot be had does not keep the others, and is known before they are there", async () => {
  const cacheFolder = await temporaryFolder();
  const { line } = lineOf(false);
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const shelf = sourceOf({ amtool: "0.33.1" });
  const fetch: FetchSource["fetch"] = async (name, folder, watch) => {
    if (name === "amtool") await held;
    return shelf.fetch(name, folder, watch);
  };
  const sources = async () => [{ ...shelf, fetch }];
  const searches = lookForTools(["promtool", "amtool"], { environment: {}, cacheFolder, sources, line });
  expect(await searches.get("promtool")).toMatchObject({
    found: false,
    missing: { reasons: expect.arrayContaining(["the host cannot be reached"]) },
  });
  letGo();
  expect(await searches.get("amtool")).toMatchObject({ found: true });
});

test("when the pin changes, what was fetched of the old one is not used, and both may lie side by side", async () => {
  const cacheFolder = await temporaryFolder();
  const { line } = lineOf(false);
  const releaseOf = (version: string) => async (): Promise<readonly FetchSource[]> => [
    { ...sourceOf({ promtool: version }), origin: "release" },
  ];
  const { version } = releases.prometheus;
  const options = { environment: {}, cacheFolder, line };
  // As a project leaves it whose signalbox has another pin.
  await expect(findTool("promtool", { ...options, sources: releaseOf("3.99.0") })).rejects.toThrow("pinned");
  const tool = await findTool("promtool", { ...options, sources: releaseOf(version) });
  expect(tool).toMatchObject({ version, origin: "release" });
  expect((await readdir(cacheFolder)).sort()).toEqual([
    "digests.json",
    `promtool-${version}-release`,
    "promtool-3.99.0-release",
  ]);
});
