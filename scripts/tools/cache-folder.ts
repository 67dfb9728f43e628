import { homedir } from "node:os";
import { posix, win32 } from "node:path";
import { releasePlatform } from "./platform.ts";

/** What decides where this user's caches are. */
export type CacheOwner = {
  readonly environment: NodeJS.ProcessEnv;
  /** In Node's words, such as "darwin". */
  readonly platform: NodeJS.Platform;
  /** Throws where the user has none. */
  readonly home: () => string;
};

export type CacheFolder =
  { readonly ok: true; readonly folder: string } | { readonly ok: false; readonly reason: string };

/** How to give the fetched tools a folder, where the usual one does not serve. */
export const cacheFolderFix = "set XDG_CACHE_HOME to a folder that you can write to";

const homeOf = ({ home }: CacheOwner): string | undefined => {
  try {
    return home();
  } catch {
    // Such as a container's user of whom no password file knows.
    return undefined;
  }
};

/** The folder of all programs' caches: as the variable says, wherever it is set, else where the system keeps them. */
const cachesOf = (owner: CacheOwner): string | undefined => {
  const { environment, platform } = owner;
  const { isAbsolute, join } = platform === "win32" ? win32 : posix;
  // A relative path would mean another folder in every project; the standard of the variable says to pass it over.
  const absolute = (path: string | undefined): string | undefined =>
    path !== undefined && isAbsolute(path) ? path : undefined;
  const home = absolute(homeOf(owner));
  const inHome = (...folders: readonly string[]): string | undefined =>
    home === undefined ? undefined : join(home, ...folders);
  const usual = (): string | undefined => {
    if (platform === "darwin") return inHome("Library", "Caches");
    if (platform === "win32") return absolute(environment["LOCALAPPDATA"]) ?? inHome("AppData", "Local");
    return inHome(".cache");
  };
  return absolute(environment["XDG_CACHE_HOME"]) ?? usual();
};

/** The folder of signalbox in the user's caches, which all projects share and `npm ci` leaves alone. */
export const cacheFolderOf = (owner: CacheOwner): CacheFolder => {
  const caches = cachesOf(owner);
  if (caches === undefined) {
    const reason =
      "there is no folder for fetched tools: this user has no home folder, and XDG_CACHE_HOME is not set";
    return { ok: false, reason };
  }
  return { ok: true, folder: (owner.platform === "win32" ? win32 : posix).join(caches, "signalbox") };
};

/** Where this user's fetched tools are; one folder a platform, because a home may be shared with a container. */
export const toolCacheFolder = (environment: NodeJS.ProcessEnv): CacheFolder => {
  const own = cacheFolderOf({ environment, platform: process.platform, home: homedir });
  if (!own.ok) return own;
  const { join } = process.platform === "win32" ? win32 : posix;
  return { ok: true, folder: join(own.folder, "tools", releasePlatform()) };
};
