"use strict";
const { spawn } = require("node:child_process");
const { randomBytes } = require("node:crypto");
const { mkdirSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

// Only the other end of a pipe notices a SIGKILL. What a program writes while it is being ended may make its folder anew: in five seconds
// it has ended.
const removing = 'read -r _; for try in 1 2 3 4 5; do rm -rf "$0"; sleep 1; done';

/**
 * Makes a folder for what another program writes, which goes when the work is done or this process dies, however it dies.
 *
 * @template T
 * @param {string} prefix of its name
 * @param {(folder: string) => T} work
 * @returns {T}
 */
function inFolderOfOurs(prefix, work) {
  const folder = join(tmpdir(), `${prefix}${randomBytes(8).toString("hex")}`);
  // Before there is anything, so that no moment is too early to die.
  // In a group of its own, so that an interrupt from the keyboard does not end it first.
  const shell = spawn("sh", ["-c", removing, folder], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  // Without a shell nobody cleans up after a SIGKILL, and all else is as it was.
  shell.on("error", () => undefined);
  shell.unref();
  try {
    mkdirSync(folder, { mode: 0o700 });
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    callOff(shell);
  }
}

/**
 * Ends a shell that waits for the end of this process. One that could not be started has no number, and Node may send the signal to number
 * 0: to all of our own group.
 *
 * @param {import("node:child_process").ChildProcess} shell
 */
function callOff(shell) {
  if (shell.pid !== undefined) shell.kill("SIGKILL");
}

module.exports = { inFolderOfOurs, callOff };
