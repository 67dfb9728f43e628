"use strict";
const { tmpdir } = require("node:os");
const { sep } = require("node:path");

/**
 * What a person is told where the system's folder for temporary files takes none.
 *
 * @param {unknown} thrown
 * @returns {string | undefined} undefined where something else was thrown
 */
function temporaryFilesComplaint(thrown) {
  if (!(thrown instanceof Error) || !("syscall" in thrown)) return undefined;
  const folder = tmpdir();
  const isThere = "path" in thrown && String(thrown.path).startsWith(`${folder}${sep}`);
  if (!isThere) return undefined;
  // The message ends with the call and its path.
  const reason = thrown.message.split(", ")[0];
  return `no temporary file can be written in ${folder}: ${reason}\n  fix: set TMPDIR to a folder that you can write to\n`;
}

module.exports = { temporaryFilesComplaint };
