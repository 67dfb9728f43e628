"use strict";
const { readFileSync, readdirSync, readlinkSync } = require("node:fs");
const { isAbsolute, join } = require("node:path");
const { isSameState, isSettled, stateOf } = require("./file-state.cjs");

/** @typedef {import("./file-state.cjs").FileState} FileState */

/**
 * A file or folder as it was read. Without a state it is known by its contents alone: it was too new when it was read.
 *
 * @typedef {{ readonly path: string, readonly hash: string, readonly state?: FileState | null }} KnownFile
 */

/** In place of a hash, where there was no file. */
const missing = "missing";

/**
 * @param {string} folder that relative paths are counted from
 * @param {readonly string[]} paths
 * @returns {KnownFile[]}
 */
function knowFiles(folder, paths) {
  return paths.map((path) => {
    const takenAt = Date.now();
    // Before the contents: what is written in between has another state.
    const state = stateOf(whole(folder, path));
    return known(path, hashOf(whole(folder, path), state), state, takenAt);
  });
}

/**
 * @param {string} path
 * @param {string} hash
 * @param {FileState | null} state
 * @param {number} since when it was read, or later
 * @returns {KnownFile}
 */
function known(path, hash, state, since) {
  return isSettled(state, since) ? { path, hash, state } : { path, hash };
}

/**
 * @param {string} folder
 * @param {string} path
 */
function whole(folder, path) {
  return isAbsolute(path) ? path : join(folder, path);
}

/**
 * Of a file its contents; of a folder what is in it, but not the contents of that.
 *
 * @param {string} path
 * @param {FileState | null} state that it has
 */
function hashOf(path, state) {
  try {
    return hashOfBytes(state?.[4] ? namesIn(path).join("\n") : readFileSync(path));
  } catch {
    return missing;
  }
}

/** @param {string} folder */
function namesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => nameWithKind(entry.name, kindOf(entry, folder)))
    .sort();
}

/**
 * @param {import("node:fs").Dirent} entry
 * @param {string} folder
 */
function kindOf(entry, folder) {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  // A link is known by where it leads to.
  return entry.isSymbolicLink() ? `link to ${readlinkSync(join(folder, entry.name))}` : "other";
}

/**
 * @param {string} name
 * @param {string} kind
 */
function nameWithKind(name, kind) {
  return `${name}\t${kind}`;
}

/**
 * A name for a text, or for the bytes of a file, which no other has; it can be part of a file's name.
 *
 * @param {string | Uint8Array} bytes
 */
function hashOfBytes(bytes) {
  // Loaded where it is needed: what stands as it stood is known without it.
  return require("node:crypto").hash("sha256", bytes, "base64url");
}

/**
 * The same files, if they are as they were by their states, else by their contents; those with the states that they have now.
 *
 * @param {string} folder
 * @param {readonly KnownFile[]} files
 * @returns {readonly KnownFile[] | undefined} the very same list, where nothing was read; undefined where anything has changed
 */
function stillKnown(folder, files) {
  const now = [];
  let wasRead = false;
  for (const file of files) {
    const path = whole(folder, file.path);
    const takenAt = Date.now();
    const state = stateOf(path);
    if (file.state !== undefined && isSameState(file.state, state)) {
      now.push(file);
      continue;
    }
    if (hashOf(path, state) !== file.hash) return undefined;
    now.push(known(file.path, file.hash, state, takenAt));
    wasRead = true;
  }
  return wasRead ? now : files;
}

module.exports = { hashOf, hashOfBytes, knowFiles, known, missing, namesIn, nameWithKind, stillKnown };
