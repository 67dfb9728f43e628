"use strict";
const { existsSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");

/**
 * Makes a folder of a cache, with those above it that are missing. Node can do it too, but never ends where the system says of a
 * folder that is there that it is not, as Linux does of /proc; and a cache is wherever the user says.
 *
 * @param {string} folder
 * @param {number} [mode] of all that are made
 * @throws the file system's error, as it comes
 */
function makeFolder(folder, mode) {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder), mode);
  try {
    mkdirSync(folder, mode);
  } catch (error) {
    // Another process has made it in the meantime.
    if (!existsSync(folder)) throw error;
  }
}

module.exports = { makeFolder };
