import type { FetchSource } from "./fetch-source.ts";
import { fetchTool } from "./fetch-tool.ts";
import { findInstalledTool } from "./installed-tool.ts";
import { missingTool } from "./missing-tool.ts";
import { withProgress } from "./progress.ts";
import { projectCacheFolder, projectSources } from "./project-cache.ts";
import { readCache, type CachedTool } from "./tool-cache.ts";
import type { Tool, ToolName, ToolSearch } from "./tool.ts";

export type { MissingTool, Tool, ToolName, ToolOrigin, ToolSearch } from "./tool.ts";

export type FindToolOptions = {
  readonly environment?: NodeJS.ProcessEnv;
  /** Where fetched tools are kept; below node_modules/.cache when left out. */
  readonly cacheFolder?: string;
  /** Where tools are fetched from, in this order; the releases, then Debian's packages when left out. */
  readonly sources?: () => Promise<readonly FetchSource[]>;
  /** Is given one line when a fetch takes more than a second; stderr when left out. */
  readonly say?: (line: string) => void;
};

const sayOnStderr = (line: string): void => void process.stderr.write(`${line}\n`);

const cachedToTool = (cached: CachedTool, passedOver: readonly string[]): Tool => ({ ...cached, passedOver });

/** Looks for a tool: the environment variable, PATH, the project's cache, then a fetch into that cache. */
export const lookForTool = async (name: ToolName, options: FindToolOptions = {}): Promise<ToolSearch> => {
  const cacheFolder = options.cacheFolder ?? projectCacheFolder();
  const sources = options.sources ?? (() => projectSources(cacheFolder));
  const installed = await findInstalledTool(name, options.environment ?? process.env);
  if (installed.tool !== undefined) return { found: true, tool: installed.tool };
  const cached = await readCache(cacheFolder, name);
  if (cached !== undefined) return { found: true, tool: cachedToTool(cached, installed.passedOver) };
  const line = `${name} is not on this machine: fetching it once into ${cacheFolder} …`;
  const fetched = await withProgress(line, options.say ?? sayOnStderr, () =>
    fetchTool(name, cacheFolder, sources),
  );
  const passedOver = [...installed.passedOver, ...fetched.reasons];
  if (fetched.ok) return { found: true, tool: cachedToTool(fetched.tool, passedOver) };
  return { found: false, missing: missingTool(name, [...installed.absent, ...passedOver]) };
};

/** Looks for a tool as `lookForTool` does, and throws its message when the tool cannot be had. */
export const findTool = async (name: ToolName, options: FindToolOptions = {}): Promise<Tool> => {
  const search = await lookForTool(name, options);
  if (search.found) return search.tool;
  throw new Error(search.missing.message);
};
