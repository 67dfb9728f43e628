"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { hashOfBytes } = require("./known-files.cjs");
const { runBundle } = require("./run-bundle.cjs");
const { userCache } = require("./user-cache.cjs");

// The command of the package. Beside it lies the engine, which was made when it was packed.

const at = join(__dirname, "engine.cjs");
const code = readFileSync(at, "utf8");
// It names the libraries that the engine needs, in their versions.
const description = readFileSync(join(__dirname, "../package.json"), "utf8");
const identity = hashOfBytes(`${hashOfBytes(description)} ${code}`);
const cache = userCache();
const keptIn = cache === undefined ? undefined : join(cache, "engine");

const args = process.argv.slice(2);
const { runCommand } = runBundle({ code, identity, keptIn }, { at, args });
runCommand(args).then((/** @type {number} */ exitCode) => {
  process.exitCode = exitCode;
});
