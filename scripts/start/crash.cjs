"use strict";
const { readFileSync } = require("node:fs");
const { SourceMap } = require("node:module");
const { join, resolve } = require("node:path");
const { bundleOptions } = require("./bundle-options.cjs");
const { runEsbuild } = require("./esbuild.cjs");
const { inFolderOfOurs } = require("./goes-with-us.cjs");

/**
 * The stack of a mistake in the engine itself, with the lines of its sources in place of the bundle's.
 *
 * @param {string} stack
 * @param {string} root of the repository
 * @param {string} program that runs
 * @param {{ readonly at: string, readonly code: string }} bundle the path that stands for it in the stack, and what runs
 */
function stackInSources(stack, root, program, { at, code }) {
  const map = sourceMapOf(root, program, code);
  if (map === undefined) return stack;
  return stack.replaceAll(/([^\s()]+):(\d+):(\d+)/g, (place, file, line, column) => {
    if (file !== at) return place;
    // The wrapper stands in the first line only.
    const found = map.findEntry(Number(line) - 1, Number(column) - 1);
    return "originalSource" in found
      ? `${found.originalSource}:${found.originalLine + 1}:${found.originalColumn + 1}`
      : place;
  });
}

/**
 * Made only now: no run that ends well needs it.
 *
 * @param {string} root
 * @param {string} program
 * @param {string} code
 * @returns {SourceMap | undefined} undefined where the sources have changed since
 */
function sourceMapOf(root, program, code) {
  return inFolderOfOurs("signalbox-crash-", (folder) => {
    const made = join(folder, "bundle.cjs");
    const options = [
      `--outfile=${made}`,
      "--sourcemap=external",
      `--source-root=`,
      "--sources-content=false",
    ];
    const { ok } = runEsbuild(root, [program, ...options, ...bundleOptions]);
    if (!ok || readFileSync(made, "utf8") !== code) return undefined;
    const map = JSON.parse(readFileSync(`${made}.map`, "utf8"));
    const whole = (/** @type {string} */ source) => resolve(folder, source);
    return new SourceMap({ ...map, sources: map.sources.map(whole) });
  });
}

module.exports = { stackInSources };
