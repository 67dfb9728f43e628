"use strict";
const { join, resolve } = require("node:path");
const { bundleOf } = require("./bundle.cjs");
const { runBundle } = require("./run-bundle.cjs");

const root = resolve(__dirname, "../..");
// There is no such file: it stands for the bundle in the stack, and the engine finds what it needs from there.
const at = join(root, "scripts/bundle.cjs");

/**
 * Runs a program of this repository, from a bundle of its sources.
 *
 * @param {string} program path of its module, from the root of the repository
 * @param {readonly string[]} args
 */
function runProgram(program, args) {
  const bundle = bundleOf(program);
  if ("errors" in bundle) {
    process.stderr.write(bundle.errors);
    process.exitCode = 1;
    return;
  }
  process.on("uncaughtException", (thrown) => {
    const { stackInSources } = require("./crash.cjs");
    const stack = stackInSources(thrown.stack ?? String(thrown), root, program, { at, code: bundle.code });
    process.stderr.write(`${stack}\n`);
    process.exit(1);
  });
  runBundle(bundle, { at, program, args });
}

module.exports = { runProgram };
