import { basename, dirname } from "node:path";
import { toolCacheFolder } from "./cache-folder.ts";
import { contentDigest } from "./content-digest.ts";
import { memoryOfDigests } from "./tool-cache.ts";

/** Says the SHA-256 of programs, each of which it looks at once. */
export const programDigests = (
  environment: NodeJS.ProcessEnv = process.env,
): ((program: { readonly path: string }) => Promise<string>) => {
  const known = new Map<string, Promise<string>>();
  return ({ path }) => {
    const before = known.get(path);
    if (before) return before;
    const cache = toolCacheFolder(environment);
    const memoryFile = cache.ok ? memoryOfDigests(cache.folder) : undefined;
    const digest = contentDigest({ folder: dirname(path), names: [basename(path)] }, memoryFile);
    known.set(path, digest);
    return digest;
  };
};
