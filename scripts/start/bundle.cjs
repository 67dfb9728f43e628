"use strict";
const { join, resolve } = require("node:path");
const { stillKnown } = require("./known-files.cjs");
const { readKept } = require("./kept-file.cjs");

/** @typedef {import("./known-files.cjs").KnownFile} KnownFile */
/** @typedef {import("./run-bundle.cjs").Bundle} Bundle */

/**
 * What is kept beside the code: of which files it was made.
 *
 * @typedef {{
 *   readonly root: string,
 *   readonly identity: string,
 *   readonly files: readonly KnownFile[],
 * }} Origin
 */

const root = resolve(__dirname, "../..");

/**
 * The bundle of a program, as its sources are now: the one that was kept, unless anything has changed since.
 *
 * @param {string} program path of its module, from the root of the repository
 * @returns {Bundle | { readonly errors: string }}
 */
function bundleOf(program) {
  // Where npm keeps the libraries that it is made of: a checkout has its own, and "npm ci" deletes it.
  const folder = join(root, "node_modules/.cache/signalbox", program.replaceAll(/[\\/]/g, "+"));
  return keptBundle(folder) ?? require("./make-bundle.cjs").makeBundle(root, program, folder);
}

/**
 * @param {string} folder
 * @returns {Bundle | undefined}
 */
function keptBundle(folder) {
  const origin = readOrigin(join(folder, "origin.json"));
  // Two checkouts may share one folder of libraries.
  if (origin?.root !== root) return undefined;
  const files = stillKnown(root, origin.files);
  if (files === undefined) return undefined;
  const code = readKept(join(folder, `${origin.identity}.cjs`));
  if (code === undefined) return undefined;
  if (files !== origin.files) require("./make-bundle.cjs").writeOrigin(folder, { ...origin, files });
  return { code: code.toString(), identity: origin.identity, keptIn: folder, files };
}

/**
 * @param {string} path
 * @returns {Origin | undefined}
 */
function readOrigin(path) {
  const kept = readKept(path);
  return kept && JSON.parse(kept.toString());
}

module.exports = { bundleOf };
