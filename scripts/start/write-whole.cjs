"use strict";
const { renameSync, rmSync, writeFileSync } = require("node:fs");
const { dirname } = require("node:path");
const { makeFolder } = require("./make-folder.cjs");

/**
 * Writes a file of a cache, so that whoever reads it meanwhile gets the one or the other; where the disk refuses, there is none, and
 * what it was made of will have to be worked out again.
 *
 * @param {string} path
 * @param {string | Uint8Array} content
 */
function writeWhole(path, content) {
  const temporary = `${path}.${process.pid}`;
  try {
    makeFolder(dirname(path));
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch {
    takeBack(temporary);
  }
}

/** @param {string} path */
function takeBack(path) {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its folder could not be made.
  }
}

module.exports = { writeWhole };
