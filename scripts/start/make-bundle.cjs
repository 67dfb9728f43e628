"use strict";
const { readFileSync, readdirSync, rmSync } = require("node:fs");
const { join, relative, sep } = require("node:path");
const { bundleOptions } = require("./bundle-options.cjs");
const { runEsbuild } = require("./esbuild.cjs");
const { inFolderOfOurs } = require("./goes-with-us.cjs");
const { hashOfBytes, knowFiles, stillKnown } = require("./known-files.cjs");
const { temporaryFilesComplaint } = require("./temporary-files.cjs");
const { writeKept } = require("./kept-file.cjs");

/** @typedef {import("./run-bundle.cjs").Bundle} Bundle */
/** @typedef {import("./bundle.cjs").Origin} Origin */
/** @typedef {import("./known-files.cjs").KnownFile} KnownFile */

/** Someone who saves while it is made gets it made once more; who saves each time, an error. */
const attempts = 5;

/**
 * Makes the bundle of a program, and keeps it.
 *
 * @param {string} root
 * @param {string} program
 * @param {string} folder
 * @returns {Bundle | { readonly errors: string }}
 */
function makeBundle(root, program, folder) {
  try {
    return madeOfSources(root, program, folder);
  } catch (thrown) {
    const errors = temporaryFilesComplaint(thrown);
    if (errors === undefined) throw thrown;
    return { errors };
  }
}

/**
 * @param {string} root
 * @param {string} program
 * @param {string} folder
 * @returns {Bundle | { readonly errors: string }}
 */
function madeOfSources(root, program, folder) {
  let paths = [...engineFiles(root), program];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    // Before they are read by esbuild, so that a change in between is seen.
    const files = knowFiles(root, [...new Set(paths)]);
    const made = bundle(root, program);
    if ("errors" in made) return made;
    const known = new Set(files.map(({ path }) => path));
    if (made.sources.every((path) => known.has(path)) && stillKnown(root, files) !== undefined) {
      return keep(root, folder, made.code, files);
    }
    paths = [...engineFiles(root), program, ...made.sources];
  }
  return { errors: "the engine's sources change all the time: nothing can be made of them\n" };
}

/**
 * Everything that a bundle, or what the engine says of itself, may depend on; of the libraries it is enough to know which are
 * installed.
 *
 * @param {string} root
 */
function engineFiles(root) {
  const sources = ["generators", "scripts"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name))),
  );
  return [
    ...sources,
    ...[
      "package.json",
      "package-lock.json",
      "node_modules/.package-lock.json",
      "tsconfig.json",
      "tsconfig.base.json",
    ],
  ]
    .map((path) => path.replaceAll(sep, "/"))
    .sort();
}

/**
 * @param {string} root
 * @param {string} program
 * @returns {{ readonly code: Buffer, readonly sources: readonly string[] } | { readonly errors: string }}
 */
function bundle(root, program) {
  return inFolderOfOurs("signalbox-bundle-", (folder) => {
    const [code, about] = [join(folder, "bundle.cjs"), join(folder, "about.json")];
    const { ok, errors } = runEsbuild(root, [
      program,
      `--outfile=${code}`,
      `--metafile=${about}`,
      ...bundleOptions,
    ]);
    if (!ok) return { errors };
    const inputs = Object.keys(JSON.parse(readFileSync(about, "utf8")).inputs);
    return { code: readFileSync(code), sources: inputs.filter((path) => !path.startsWith("node_modules/")) };
  });
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {Buffer} code
 * @param {readonly KnownFile[]} files
 * @returns {Bundle}
 */
function keep(root, folder, code, files) {
  const identity = hashOfBytes(
    `${hashOfBytes(code)} ${JSON.stringify(files.map(({ path, hash }) => [path, hash]))}`,
  );
  clear(folder);
  writeKept(join(folder, `${identity}.cjs`), code);
  writeOrigin(folder, { root, identity, files });
  return { code: code.toString(), identity, keptIn: folder, files };
}

/**
 * @param {string} folder
 * @param {Origin} origin
 */
function writeOrigin(folder, origin) {
  writeKept(join(folder, "origin.json"), Buffer.from(JSON.stringify(origin)));
}

/** @param {string} folder */
function clear(folder) {
  try {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
  } catch {
    // Nothing can be kept there then, which is said by nobody: it is only slower.
  }
}

module.exports = { makeBundle, writeOrigin };
