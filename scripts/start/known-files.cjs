"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { isSameState, isSettled, stateOf } = require("./file-state.cjs");

/** @typedef {import("./file-state.cjs").FileState} FileState */

/**
 * A file as it was read. Without a state it is known by its contents alone: it was too new when it was read.
 *
 * @typedef {{ readonly path: string, readonly hash: string, readonly state?: FileState | null }} KnownFile
 */

/** In place of a hash, where there was no file. */
const missing = "missing";

/**
 * @param {string} folder that the paths are counted from
 * @param {readonly string[]} paths
 * @returns {KnownFile[]}
 */
function knowFiles(folder, paths) {
  return paths.map((path) => {
    const takenAt = Date.now();
    // Before the contents: what is written in between has another state.
    const state = stateOf(join(folder, path));
    const hash = hashOf(join(folder, path));
    return isSettled(state, takenAt) ? { path, hash, state } : { path, hash };
  });
}

/** @param {string} path */
function hashOf(path) {
  try {
    return hashOfBytes(readFileSync(path));
  } catch {
    return missing;
  }
}

/** @param {string | Uint8Array} bytes */
function hashOfBytes(bytes) {
  // Loaded where it is needed: what stands as it stood is known without it.
  return require("node:crypto").createHash("sha256").update(bytes).digest("hex");
}

/**
 * Whether all files are as they were: by their states, else by their contents.
 *
 * @param {string} folder
 * @param {readonly KnownFile[]} files
 * @returns {"by state" | "by contents" | "changed"}
 */
function compareFiles(folder, files) {
  const unsure = files.filter(
    ({ path, state }) => state === undefined || !isSameState(state, stateOf(join(folder, path))),
  );
  if (unsure.length === 0) return "by state";
  return unsure.every(({ path, hash }) => hashOf(join(folder, path)) === hash) ? "by contents" : "changed";
}

module.exports = { compareFiles, hashOfBytes, knowFiles };
