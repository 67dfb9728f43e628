import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FetchedProgram } from "./fetch-source.ts";
import { folderContent, type FolderContent } from "./folder-content.ts";
import { knownTools } from "./known-tools.ts";
import { releases } from "./pins.ts";
import { isRunnable } from "./search-path.ts";
import type { FetchOrigin, ToolName } from "./tool.ts";
import { isAtLeast } from "./version.ts";

/** A fetched program with the version it printed; `path` is relative to its folder. */
export type CachedProgram = FetchedProgram & { readonly version: string };

/** What a fetch brought. */
type CacheEntry = { readonly origin: FetchOrigin; readonly programs: readonly CachedProgram[] };

/** What lies beside it in its folder, so that a folder of which something is gone or cut off is noticed. */
type CacheRecord = CacheEntry & { readonly content: FolderContent };

/** A usable program of the cache, with absolute paths. */
export type CachedTool = CachedProgram & { readonly origin: FetchOrigin };

const recordFile = "record.json";

const isText = (value: unknown): value is string => typeof value === "string";

const isProgram = (value: unknown): value is CachedProgram =>
  typeof value === "object" &&
  value !== null &&
  "name" in value &&
  isText(value.name) &&
  value.name in knownTools &&
  "path" in value &&
  isText(value.path) &&
  "version" in value &&
  isText(value.version) &&
  (!("defaultTemplates" in value) || isText(value.defaultTemplates));

const isContent = (value: unknown): value is FolderContent =>
  typeof value === "object" &&
  value !== null &&
  "files" in value &&
  typeof value.files === "number" &&
  "bytes" in value &&
  typeof value.bytes === "number" &&
  "sha256" in value &&
  isText(value.sha256);

const isRecord = (value: unknown): value is CacheRecord =>
  typeof value === "object" &&
  value !== null &&
  "origin" in value &&
  (value.origin === "release" || value.origin === "packages" || value.origin === "source") &&
  "programs" in value &&
  Array.isArray(value.programs) &&
  value.programs.every(isProgram) &&
  "content" in value &&
  isContent(value.content);

/** A folder without a readable record was not finished by this version of the finder: it counts as absent. */
const readRecord = async (folder: string): Promise<CacheRecord | undefined> => {
  try {
    const value: unknown = JSON.parse(await readFile(join(folder, recordFile), "utf8"));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Where it is remembered what was hashed, for all folders of a cache. */
export const memoryOfDigests = (cacheFolder: string): string => join(cacheFolder, "digests.json");

/**
 * Whether the folder holds what was recorded, no less and no more, and nothing else in its place: one that was damaged since, or in
 * which somebody has replaced a program, counts as absent too.
 */
const isWhole = async (cacheFolder: string, folder: string, { content }: CacheRecord): Promise<boolean> => {
  try {
    const found = await folderContent(folder, { but: recordFile, memoryFile: memoryOfDigests(cacheFolder) });
    return found.files === content.files && found.bytes === content.bytes && found.sha256 === content.sha256;
  } catch {
    return false;
  }
};

const foldersIn = async (cacheFolder: string): Promise<readonly string[]> => {
  try {
    return await readdir(cacheFolder);
  } catch {
    return [];
  }
};

// A release and a source count only at their pinned version, so that a new pin is fetched; a package when it is new enough.
const isWanted = (tool: CachedTool, minimum: string): boolean => {
  const { release } = knownTools[tool.name];
  return tool.origin === "packages"
    ? isAtLeast(tool.version, minimum)
    : tool.version === releases[release].version;
};

const byPreference = (a: CachedTool, b: CachedTool): number => {
  const [isA, isB] = [a.origin === "release", b.origin === "release"];
  if (isA !== isB) return isA ? -1 : 1;
  if (a.version === b.version) return 0;
  return isAtLeast(a.version, b.version) ? -1 : 1;
};

/** The tool in the cache, without starting it: the release first, then the newest package or what Go compiled. */
export const readCache = async (
  cacheFolder: string,
  name: ToolName,
  minimum: string = knownTools[name].minimum,
): Promise<CachedTool | undefined> => {
  const candidates: CachedTool[] = [];
  for (const entry of await foldersIn(cacheFolder)) {
    const folder = join(cacheFolder, entry);
    const record = await readRecord(folder);
    for (const program of record?.programs ?? []) {
      if (record === undefined || program.name !== name) continue;
      const { defaultTemplates, ...rest } = program;
      const templates =
        defaultTemplates === undefined ? {} : { defaultTemplates: join(folder, defaultTemplates) };
      const tool = { ...rest, ...templates, path: join(folder, program.path), origin: record.origin };
      if (!isWanted(tool, minimum) || !(await isRunnable(tool.path))) continue;
      if (await isWhole(cacheFolder, folder, record)) candidates.push(tool);
    }
  }
  return candidates.sort(byPreference)[0];
};

const stagingPrefix = "unfinished-";

/** An empty folder to fetch into. Call it under the lock: it sweeps away what a killed process left. */
export const makeStaging = async (cacheFolder: string): Promise<string> => {
  for (const entry of await foldersIn(cacheFolder)) {
    if (entry.startsWith(stagingPrefix)) await rm(join(cacheFolder, entry), { recursive: true, force: true });
  }
  const staging = join(cacheFolder, `${stagingPrefix}${process.pid}`);
  await mkdir(staging, { recursive: true });
  return staging;
};

/** Writes the record and gives the folder its place in one step, so that nobody ever sees half a tool. */
export const finishStaging = async (
  cacheFolder: string,
  staging: string,
  bundle: string,
  entry: CacheEntry,
): Promise<void> => {
  const versions = entry.programs[0]?.version ?? "";
  const record: CacheRecord = { ...entry, content: await folderContent(staging) };
  await writeFile(join(staging, recordFile), `${JSON.stringify(record, undefined, 2)}\n`);
  const place = join(cacheFolder, `${bundle}-${versions}-${entry.origin}`);
  // What another process is about to start is never gone for longer than a step takes.
  const before = `${staging}-before`;
  await rename(place, before).catch(() => undefined);
  await rename(staging, place);
  await rm(before, { recursive: true, force: true });
};
