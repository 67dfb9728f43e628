import { cacheFolderFix, toolCacheFolder, type CacheFolder } from "./cache-folder.ts";
import type { FetchSource } from "./fetch-source.ts";
import { fetchTool } from "./fetch-tool.ts";
import { fetchWatch } from "./fetch-watch.ts";
import { findInstalledTool, type InstalledTool } from "./installed-tool.ts";
import { knownTools } from "./known-tools.ts";
import { neededOf, type Needed, type NeededTools } from "./needed-tools.ts";
import { releases } from "./pins.ts";
import { statusLine, type StatusLine } from "./status-line.ts";
import { readCache, type CachedTool } from "./tool-cache.ts";
import { toolSources } from "./tool-sources.ts";
import type { Tool, ToolName, ToolSearch, MissingTool } from "./tool.ts";

export type { MissingTool, Tool, ToolName, ToolOrigin, ToolSearch } from "./tool.ts";

export type FindToolOptions = {
  readonly environment?: NodeJS.ProcessEnv;
  /** Where fetched tools are kept; the user's cache when left out. */
  readonly cacheFolder?: string;
  /** Where tools are fetched from, in this order; the releases, then Debian's packages when left out. */
  readonly sources?: () => Promise<readonly FetchSource[]>;
  /** What is needed beyond what every project needs: a tool that is older is passed over, and a newer one fetched. */
  readonly needed?: NeededTools;
  /** Where the progress of a fetch is shown; stderr when left out. */
  readonly line?: StatusLine;
};

const cachedToTool = (cached: CachedTool, passedOver: readonly string[]): Tool => ({ ...cached, passedOver });

/** What this machine has of the tool without fetching. */
type Presence = {
  readonly tool: Tool | undefined;
  readonly installed: InstalledTool;
  readonly cache: CacheFolder;
};

const lookHere = async (name: ToolName, options: FindToolOptions): Promise<Presence> => {
  const environment = options.environment ?? process.env;
  const cache: CacheFolder =
    options.cacheFolder === undefined
      ? toolCacheFolder(environment)
      : { ok: true, folder: options.cacheFolder };
  const needed = neededOf(name, options.needed);
  const installed = await findInstalledTool(name, environment, needed);
  if (installed.tool !== undefined || !cache.ok) return { tool: installed.tool, installed, cache };
  const cached = await readCache(cache.folder, name, needed.minimum);
  const tool = cached === undefined ? undefined : cachedToTool(cached, installed.passedOver);
  return { tool, installed, cache };
};

/** Fetches what is not here; `position` is its place among several. */
const fetchAbsent = async (
  name: ToolName,
  { installed, cache }: Presence,
  options: FindToolOptions,
  position?: string,
): Promise<ToolSearch> => {
  const reasons = [...installed.absent, ...installed.passedOver];
  const needed = neededOf(name, options.needed);
  if (!cache.ok) {
    return { found: false, missing: missingTool(name, needed, [...reasons, cache.reason], [cacheFolderFix]) };
  }
  const { folder } = cache;
  const line = options.line ?? statusLine(process.stderr);
  const sources = options.sources ?? (() => toolSources(folder));
  try {
    const fetched = await fetchTool(
      name,
      folder,
      sources,
      fetchWatch(line, folder, position),
      needed.minimum,
    );
    const passedOver = [...installed.passedOver, ...fetched.reasons];
    if (fetched.ok) return { found: true, tool: cachedToTool(fetched.tool, passedOver) };
    const fixes = fetched.cacheFails === true ? [cacheFolderFix] : [];
    return { found: false, missing: missingTool(name, needed, [...reasons, ...fetched.reasons], fixes) };
  } finally {
    line.clear();
  }
};

/** Looks for a tool: the environment variable, PATH, the user's cache, then a fetch into that cache. */
export const lookForTool = async (name: ToolName, options: FindToolOptions = {}): Promise<ToolSearch> => {
  const presence = await lookHere(name, options);
  return presence.tool === undefined
    ? fetchAbsent(name, presence, options)
    : { found: true, tool: presence.tool };
};

/**
 * Looks for several tools as `lookForTool` does: a tool that is here is given at once, and the others are fetched one
 * after the other, each with its place among those that are fetched.
 */
export const lookForTools = (
  names: readonly ToolName[],
  options: FindToolOptions = {},
): ReadonlyMap<ToolName, Promise<ToolSearch>> => {
  const presences = names.map((name) => ({ name, here: lookHere(name, options) }));
  const absent = Promise.all(presences.map(async ({ name, here }) => ((await here).tool ? [] : [name])));
  const searches = new Map<ToolName, Promise<ToolSearch>>();
  let before: Promise<unknown> = absent;
  for (const { name, here } of presences) {
    const earlier = before;
    const search = async (): Promise<ToolSearch> => {
      const presence = await here;
      if (presence.tool !== undefined) return { found: true, tool: presence.tool };
      const fetched = (await absent).flat();
      await earlier;
      const position = `${fetched.indexOf(name) + 1} of ${fetched.length}`;
      return fetchAbsent(name, presence, options, fetched.length > 1 ? position : undefined);
    };
    const found = search();
    searches.set(name, found);
    before = Promise.allSettled([earlier, found]);
  }
  return searches;
};

/** Looks for a tool as `lookForTool` does, and throws its message when the tool is not available. */
export const findTool = async (name: ToolName, options: FindToolOptions = {}): Promise<Tool> => {
  const search = await lookForTool(name, options);
  if (search.found) return search.tool;
  throw new Error(search.missing.message);
};

/** Says why a tool is not available, and how to get it: the fixes for this case first. */
const missingTool = (
  name: ToolName,
  needed: Needed,
  reasons: readonly string[],
  fixes: readonly string[] = [],
): MissingTool => {
  const { environmentVariable, release, debianPackage, goModule } = knownTools[name];
  const { repository, version } = releases[release];
  const others = [
    ...(debianPackage === undefined ? [] : [`install the Debian package ${debianPackage}`]),
    ...(goModule === undefined ? [] : ["install Go"]),
    `unpack release ${version} of github.com/${repository}`,
  ];
  const message = [
    `${name} ${needed.minimum} or newer is not available:`,
    ...reasons.map((reason) => `  ${reason}`),
    "  fix: do one of these",
    ...fixes.map((fix) => `    ${fix}`),
    `    set ${environmentVariable} to the program's path`,
    `    put ${name} on PATH`,
    `    ${others.join(", or ")}`,
  ].join("\n");
  return { name, reasons, message };
};
