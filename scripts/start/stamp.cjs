"use strict";
const { existsSync, readFileSync, realpathSync, statSync } = require("node:fs");
const { dirname, join, parse } = require("node:path");
const { stillKnown } = require("./known-files.cjs");
const { userCache } = require("./user-cache.cjs");
const { writeWhole } = require("./write-whole.cjs");

/** @typedef {import("./known-files.cjs").KnownFile} KnownFile */

/**
 * What is known of the last build of a project that left out/ as it has to be: everything that it read, and everything that stands in
 * out/. As long as all of it is the same, there is nothing to build.
 *
 * @typedef {{
 *   readonly root: string,
 *   readonly engine: string,
 *   readonly out: string,
 *   readonly fileCount: number,
 *   readonly files: readonly KnownFile[],
 * }} Stamp root and engine are folders; out is what people call that of the generated files
 */

/**
 * The root of the project that a folder belongs to, as the engine finds it: see scripts/project/find-project.ts.
 *
 * @param {string} folder
 * @returns {string | undefined}
 */
function projectRoot(folder) {
  for (let root = realpathSync.native(folder); ; root = dirname(root)) {
    if (existsSync(join(root, "signalbox.config.ts"))) return root;
    const entry = statSync(join(root, "definitions/index.ts"), { throwIfNoEntry: false });
    if (entry?.isFile()) return root;
    if (dirname(root) === root) return undefined;
  }
}

/**
 * Where the stamp of a project is: in the user's cache, below the same folders as the project.
 *
 * @param {string} root
 */
function stampPath(root) {
  const cache = userCache();
  if (cache === undefined) return undefined;
  const { root: disk } = parse(root);
  return join(cache, "stamps", disk.replaceAll(/[\\/:]/g, ""), root.slice(disk.length), ".stamp.json");
}

/**
 * @param {string} root
 * @param {string} engine
 * @returns {Stamp | undefined}
 */
function readStamp(root, engine) {
  const path = stampPath(root);
  try {
    const stamp = path === undefined ? undefined : JSON.parse(readFileSync(path, "utf8"));
    return stamp?.root === root && stamp.engine === engine && stamp.files.every(isKnown) ? stamp : undefined;
  } catch {
    // There is none, it was not written to its end, or an engine of another time has written it.
    return undefined;
  }
}

/** @param {KnownFile} file */
function isKnown({ path, hash, state = null }) {
  return typeof path === "string" && typeof hash === "string" && (state === null || Array.isArray(state));
}

/** @param {Stamp} stamp */
function writeStamp(stamp) {
  const path = stampPath(stamp.root);
  // Where it cannot be written, the next build is as long as this one.
  if (path !== undefined) writeWhole(path, JSON.stringify(stamp));
}

/**
 * What a build would say that finds nothing to do; undefined where one has to look.
 *
 * @param {string} engine
 * @param {string} folder
 */
function unchangedSince(engine, folder) {
  const root = projectRoot(folder);
  const stamp = root === undefined ? undefined : readStamp(root, engine);
  if (root === undefined || stamp === undefined) return undefined;
  const files = stillKnown(root, stamp.files);
  if (files === undefined) return undefined;
  if (files !== stamp.files) writeStamp({ ...stamp, files });
  return `${stamp.out}/: ${stamp.fileCount} files, nothing changed`;
}

module.exports = { readStamp, unchangedSince, writeStamp };
