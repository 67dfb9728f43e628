"use strict";
const Module = require("node:module");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { Script } = require("node:vm");
const { setEngineFlags } = require("./engine-flags.cjs");
const { readKept, writeKept } = require("./kept-file.cjs");

/**
 * A program with everything that it imports, in one file of CommonJS.
 *
 * @typedef {{
 *   readonly code: string,
 *   readonly identity: string,
 *   readonly keptIn: string | undefined,
 *   readonly files?: readonly import("./known-files.cjs").KnownFile[],
 * }} Bundle identity: another one where anything of it is another; keptIn: the folder for what V8 makes of it; files: what it was
 * made of, left out where that is not there
 */

/**
 * @typedef {{
 *   readonly at: string,
 *   readonly program?: string,
 *   readonly args: readonly string[],
 * }} Start at: the path that a stack names, and from which the engine finds what it needs; program: its source, where it is there
 */

/**
 * Runs a bundle, and gives what it exports.
 *
 * @param {Bundle} bundle
 * @param {Start} start
 */
function runBundle({ code, identity, keptIn, files }, { at, program, args }) {
  setEngineFlags();
  const script = compiledScript(code, at, keptIn && join(keptIn, `${identity}-${machine(args)}.v8`));
  const module = new Module(at);
  module.filename = at;
  // Whoever imports the engine while it runs, such as definitions that are loaded by tsx, gets this one.
  require.cache[at] = module;
  const importModule = (/** @type {string} */ url) => import(url);
  const bundle = { url: pathToFileURL(at).href, identity, program, files, importModule };
  script.runInThisContext()(Module.createRequire(at), module, module.exports, bundle);
  module.loaded = true;
  return module.exports;
}

/**
 * V8 compiles a function when it is called first: what it has compiled for a command is kept when that ends.
 *
 * @param {string} code
 * @param {string} at
 * @param {string | undefined} keptAt
 */
function compiledScript(code, at, keptAt) {
  const compiled = keptAt === undefined ? undefined : readKept(keptAt);
  const script = new Script(`(function (require, module, exports, __bundle) {${code}\n})`, {
    filename: at,
    ...(compiled && { cachedData: compiled }),
  });
  // Of another V8, or one with other flags, it takes nothing.
  if (keptAt !== undefined && (compiled === undefined || script.cachedDataRejected)) {
    process.once("exit", () => writeKept(keptAt, script.createCachedData()));
  }
  return script;
}

/**
 * Each command runs other parts, and each V8 keeps its own.
 *
 * @param {readonly string[]} args
 */
function machine([command = ""]) {
  return [/^[a-z]+$/.test(command) ? command : "other", process.version, process.arch].join("-");
}

module.exports = { runBundle };
