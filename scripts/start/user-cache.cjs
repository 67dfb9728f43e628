"use strict";
const { posix, win32 } = require("node:path");

/**
 * What decides where this user's caches are.
 *
 * @typedef {{
 *   readonly environment: NodeJS.ProcessEnv,
 *   readonly platform: NodeJS.Platform,
 *   readonly home: () => string,
 * }} CacheOwner platform in Node's words, such as "darwin"; home throws where the user has none
 */

/** @param {CacheOwner} owner */
function homeOf({ home }) {
  try {
    return home();
  } catch {
    // Such as a container's user of whom no password file knows.
    return undefined;
  }
}

/**
 * The folder of signalbox among all programs' caches: as the variable says, wherever it is set, else where the system keeps them.
 *
 * @param {CacheOwner} owner
 * @returns {string | undefined} undefined where the user has none
 */
function userCacheOf(owner) {
  const { environment, platform } = owner;
  const { isAbsolute, join } = platform === "win32" ? win32 : posix;
  // A relative path would mean another folder in every project; the standard of the variable says to pass it over.
  const absolute = (/** @type {string | undefined} */ path) =>
    path !== undefined && isAbsolute(path) ? path : undefined;
  const home = absolute(homeOf(owner));
  const inHome = (/** @type {readonly string[]} */ ...folders) =>
    home === undefined ? undefined : join(home, ...folders);
  const usual = () => {
    if (platform === "darwin") return inHome("Library", "Caches");
    if (platform === "win32") return absolute(environment["LOCALAPPDATA"]) ?? inHome("AppData", "Local");
    return inHome(".cache");
  };
  const caches = absolute(environment["XDG_CACHE_HOME"]) ?? usual();
  return caches === undefined ? undefined : join(caches, "signalbox");
}

/** Of whoever runs this process. */
function userCache() {
  return userCacheOf({
    environment: process.env,
    platform: process.platform,
    home: () => require("node:os").homedir(),
  });
}

module.exports = { userCache, userCacheOf };
