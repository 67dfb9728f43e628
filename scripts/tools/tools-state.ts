import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { toolCacheFolder } from "./cache-folder.ts";
import { knownTools, toolNames } from "./known-tools.ts";
import { searchPath } from "./search-path.ts";

/**
 * A text that changes with any tool that could be found, without starting one: where they are looked for, and size and times of what
 * is there.
 */
export const toolsState = async (environment: NodeJS.ProcessEnv): Promise<string> => {
  const path = environment["PATH"] ?? "";
  const installed = await Promise.all(
    toolNames.map(async (name) => {
      const { environmentVariable, programs, extraFolders } = knownTools[name];
      const named = environment[environmentVariable] ?? "";
      const found = [named, ...(await searchPath(programs, path, extraFolders))];
      return found.filter((one) => one !== "").map((one) => [one, stateOf(one)]);
    }),
  );
  const cache = toolCacheFolder(environment);
  return JSON.stringify([installed, cache.ok ? fetchedIn(cache.folder) : []]);
};

/** What was fetched: each record, which names the program and its version, and each program. */
const fetchedIn = (folder: string): readonly unknown[] => {
  try {
    return readdirSync(folder).map((entry) => [entry, recordIn(join(folder, entry))]);
  } catch {
    return [];
  }
};

const recordIn = (folder: string): unknown => {
  try {
    const text = readFileSync(join(folder, "record.json"), "utf8");
    const paths = [...text.matchAll(/"path": "([^"]+)"/g)].map(([, path = ""]) => join(folder, path));
    return [text, paths.map(stateOf)];
  } catch {
    return [];
  }
};

const stateOf = (path: string): unknown => {
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    return [size, mtimeMs, ctimeMs, ino];
  } catch {
    return [];
  }
};
