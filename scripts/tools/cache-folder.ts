import { homedir } from "node:os";
import { posix, win32 } from "node:path";
import { userCacheOf } from "../start/user-cache.cjs";
import { releasePlatform } from "./platform.ts";

/** What decides where this user's caches are. */
export type CacheOwner = Parameters<typeof userCacheOf>[0];

export type CacheFolder =
  { readonly ok: true; readonly folder: string } | { readonly ok: false; readonly reason: string };

/** How to give the fetched tools a folder, where the usual one does not serve. */
export const cacheFolderFix = "set XDG_CACHE_HOME to a folder that you can write to";

/** The folder of signalbox in the user's caches, which all projects share and `npm ci` leaves alone. */
export const cacheFolderOf = (owner: CacheOwner): CacheFolder => {
  const folder = userCacheOf(owner);
  if (folder !== undefined) return { ok: true, folder };
  const reason =
    "there is no folder for fetched tools: this user has no home folder, and XDG_CACHE_HOME is not set";
  return { ok: false, reason };
};

/** Where this user's fetched tools are; one folder a platform, because a home may be shared with a container. */
export const toolCacheFolder = (environment: NodeJS.ProcessEnv): CacheFolder => {
  const own = cacheFolderOf({ environment, platform: process.platform, home: homedir });
  if (!own.ok) return own;
  const { join } = process.platform === "win32" ? win32 : posix;
  return { ok: true, folder: join(own.folder, "tools", releasePlatform()) };
};
