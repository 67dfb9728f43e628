"use strict";
const { spawnSync } = require("node:child_process");
const { dirname } = require("node:path");

/**
 * Where the program esbuild is. It is started as it is: its JavaScript, which would start it, takes as long to load as the
 * program takes for its work.
 *
 * @returns {string | undefined} undefined where it is not installed for this machine
 */
function esbuildProgram() {
  const folder = dirname(require.resolve("esbuild/package.json"));
  const installed = `@esbuild/${process.platform}-${process.arch}`;
  for (const file of ["bin/esbuild", "esbuild.exe"]) {
    try {
      return require.resolve(`${installed}/${file}`, { paths: [folder] });
    } catch {
      // The other one, or none: it is no dependency that has to be there.
    }
  }
  return undefined;
}

/**
 * @param {string} folder that it works in
 * @param {readonly string[]} args
 * @returns {{ readonly ok: boolean, readonly errors: string }} what it has to say, where it failed
 */
function runEsbuild(folder, args) {
  const program = esbuildProgram();
  if (program === undefined) return { ok: false, errors: "esbuild is not installed for this machine" };
  const { status, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  return { ok: status === 0, errors: error ? error.message : stderr };
}

module.exports = { esbuildProgram, runEsbuild };
