import { spawnSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { cacheFolderOf, type CacheOwner } from "../../scripts/tools/cache-folder.ts";
import { releasePlatform } from "../../scripts/tools/platform.ts";
import { inProcess, runner } from "./in-process.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { writeFakeTool } from "./write-fake-tool.ts";

const owner = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, home: string): CacheOwner => ({
  platform,
  environment,
  home: () => home,
});
const noHome = (): string => {
  throw new Error("ENOENT: no such user");
};

describe("the cache is the user's", () => {
  test.each([
    [owner("linux", {}, "/home/ada"), "/home/ada/.cache/signalbox"],
    [owner("linux", { XDG_CACHE_HOME: "/var/caches" }, "/home/ada"), "/var/caches/signalbox"],
    [owner("linux", { XDG_CACHE_HOME: "" }, "/home/ada"), "/home/ada/.cache/signalbox"],
    [owner("linux", { XDG_CACHE_HOME: "caches" }, "/home/ada"), "/home/ada/.cache/signalbox"],
    [owner("linux", { LOCALAPPDATA: "/elsewhere" }, "/home/ada b"), "/home/ada b/.cache/signalbox"],
    [owner("darwin", {}, "/Users/ada"), "/Users/ada/Library/Caches/signalbox"],
    [owner("darwin", { XDG_CACHE_HOME: "/caches" }, "/Users/ada"), "/caches/signalbox"],
    [owner("win32", { LOCALAPPDATA: "D:\\Ada\\Local" }, "C:\\Users\\Ada L"), "D:\\Ada\\Local\\signalbox"],
    [owner("win32", {}, "C:\\Users\\Ada L"), "C:\\Users\\Ada L\\AppData\\Local\\signalbox"],
    [{ platform: "linux", environment: { XDG_CACHE_HOME: "/caches" }, home: noHome }, "/caches/signalbox"],
  ] satisfies [CacheOwner, string][])("%j: %s", (of, folder) => {
    expect(cacheFolderOf(of)).toEqual({ ok: true, folder });
  });

  test.each([owner("linux", {}, ""), { platform: "darwin" as const, environment: {}, home: noHome }])(
    "without a home the reason says what is not set",
    (of) => {
      const reason =
        "there is no folder for fetched tools: this user has no home folder, and XDG_CACHE_HOME is not set";
      expect(cacheFolderOf(of)).toEqual({ ok: false, reason });
    },
  );
});

/** What a process with this environment, and no other, says of promtool. */
const lookWith = (environment: NodeJS.ProcessEnv): string =>
  spawnSync(process.execPath, [runner, inProcess("look")], { env: environment, encoding: "utf8" }).stdout;

const fix = `
  fix: do one of these
    set XDG_CACHE_HOME to a folder that you can write to
    set PROMTOOL to the program's path
`;

test("a home that is not set is reported with its fix", () => {
  const message = lookWith({ PATH: "", HOME: "" });
  expect(message).toMatch("\n  there is no folder for fetched tools: this user has no home folder, and");
  expect(message).toMatch(fix);
});

test("a home that cannot be written is reported with its fix", async () => {
  const home = await writeFakeTool(await temporaryFolder(), "a file", "1");
  const message = lookWith({ PATH: "", HOME: home });
  expect(message).toMatch(`/signalbox/tools/${releasePlatform()} cannot be written to: ENOTDIR: `);
  expect(message).toMatch(fix);
});

test("a cache that can be written is made, and nothing else is reported", async () => {
  const caches = join(await temporaryFolder(), "ca ches");
  const message = lookWith({ PATH: "", XDG_CACHE_HOME: caches });
  expect(message).not.toMatch("XDG_CACHE_HOME");
  expect(await readdir(join(caches, "signalbox/tools"))).toEqual([releasePlatform()]);
});

test("nothing of the tools is looked for beside the code", async () => {
  const folder = fileURLToPath(new URL("../../scripts/tools", import.meta.url));
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  const own = /import\.meta\.|__dirname|process\.cwd\(|node_modules/;
  expect(files.filter((_, index) => own.test(texts[index] ?? ""))).toEqual([]);
});
