import { rm } from "node:fs/promises";
import { join } from "node:path";
import { withLock } from "./fetch-lock.ts";
import type { FetchedProgram, FetchSource } from "./fetch-source.ts";
import { unwatched, type FetchWatch } from "./fetch-watch.ts";
import { knownTools } from "./known-tools.ts";
import { finishStaging, makeStaging, readCache, type CachedProgram, type CachedTool } from "./tool-cache.ts";
import type { ToolName } from "./tool.ts";
import { isAtLeast, readVersion } from "./version.ts";

export type FetchOutcome =
  | { readonly ok: true; readonly tool: CachedTool; readonly reasons: readonly string[] }
  | {
      readonly ok: false;
      readonly reasons: readonly string[];
      /** The cache's folder is what is wrong, whatever the sources have. */
      readonly cacheFails?: boolean;
    };

type CheckedPrograms = { readonly programs: readonly CachedProgram[]; readonly reasons: readonly string[] };

/** Starts each fetched program once: only those that run here and are new enough are kept. */
const checkPrograms = async (
  folder: string,
  fetched: readonly FetchedProgram[],
  wanted: Wanted,
): Promise<CheckedPrograms> => {
  const programs: CachedProgram[] = [];
  const reasons: string[] = [];
  for (const program of fetched) {
    const { versionArguments, minimum: always } = knownTools[program.name];
    const minimum = program.name === wanted.name ? wanted.minimum : always;
    const reading = await readVersion(join(folder, program.path), versionArguments);
    if (!reading.ok) reasons.push(`${program.name}: ${reading.reason}`);
    else if (!isAtLeast(reading.version, minimum))
      reasons.push(`${program.name}: it is version ${reading.version}`);
    else programs.push({ ...program, version: reading.version });
  }
  return { programs, reasons };
};

/** A tool, and the oldest version of it that will do. */
type Wanted = { readonly name: ToolName; readonly minimum: string };

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Fetches from one source into the cache; the answer is a reason when the tool is not there afterwards. */
const fetchFrom = async (
  source: FetchSource,
  wanted: Wanted,
  cacheFolder: string,
  watch: FetchWatch,
): Promise<string | undefined> => {
  const { name, minimum } = wanted;
  const staging = await makeStaging(cacheFolder);
  try {
    const fetched = await source.fetch(name, staging, watch, minimum);
    if (!fetched.ok) return fetched.reason;
    const { programs, reasons } = await checkPrograms(staging, fetched.programs, wanted);
    if (!programs.some((program) => program.name === name)) return `${fetched.bundle}: ${reasons.join("; ")}`;
    await finishStaging(cacheFolder, staging, fetched.bundle, { origin: source.origin, programs });
    return undefined;
  } catch (error) {
    // Such as a machine without tar, or a full disk: the next source may still do.
    return `${source.origin}: ${textOf(error)}`;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
};

const fetchFromAny = async (
  wanted: Wanted,
  cacheFolder: string,
  sources: readonly FetchSource[],
  watch: FetchWatch,
): Promise<FetchOutcome> => {
  const reasons: string[] = [];
  for (const source of sources) {
    if (source.has?.(wanted.name) === false) continue;
    const reason = await fetchFrom(source, wanted, cacheFolder, watch);
    const tool = reason === undefined ? await readCache(cacheFolder, wanted.name, wanted.minimum) : undefined;
    if (tool !== undefined) return { ok: true, tool, reasons };
    reasons.push(reason ?? `${source.origin}: what was fetched is not the pinned version`);
  }
  return { ok: false, reasons };
};

/** Fills the cache with the tool from the first source that has it, one process at a time. */
export const fetchTool = async (
  name: ToolName,
  cacheFolder: string,
  sources: () => Promise<readonly FetchSource[]>,
  watch: FetchWatch = unwatched,
  minimum: string = knownTools[name].minimum,
): Promise<FetchOutcome> => {
  const work = async (): Promise<FetchOutcome> => {
    // Whoever held the lock before may have fetched it.
    const present = await readCache(cacheFolder, name, minimum);
    if (present !== undefined) return { ok: true, tool: present, reasons: [] };
    return fetchFromAny({ name, minimum }, cacheFolder, await sources(), watch);
  };
  try {
    return await withLock(cacheFolder, work, watch.waits);
  } catch (error) {
    return {
      ok: false,
      reasons: [`${cacheFolder} cannot be written to: ${textOf(error)}`],
      cacheFails: true,
    };
  }
};
