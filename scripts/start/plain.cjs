"use strict";
const { spawn } = require("node:child_process");
const { createRequire } = require("node:module");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");

/**
 * Runs a program of this repository by tsx, from its sources, in a process of its own: slower, and the reference for all else.
 *
 * @param {string} root of the repository
 * @param {string} program path of its module from there
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
function runPlainly(root, program, args) {
  const path = join(root, program);
  const loader = pathToFileURL(createRequire(path).resolve("tsx")).href;
  const own = ["--conditions=signalbox-source", "--import", loader, path];
  const child = spawn(process.execPath, [...own, ...args], { stdio: "inherit" });
  // A terminal tells both; whoever tells this process alone means that one.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, () => child.kill(signal));
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code) => done(code ?? 1));
  });
}

module.exports = { runPlainly };
