"use strict";
const { statSync } = require("node:fs");

/**
 * What the file system says of a file or folder: its size, when its contents and when anything of it last changed, which one it is,
 * and whether it is a folder. Whoever sets a time back changes the third of them.
 *
 * @typedef {readonly [size: number, modified: number, changed: number, inode: number, isFolder: 0 | 1]} FileState
 */

/**
 * The clock of a file system may tick as seldom as every two seconds: what was written just before it was looked at may be
 * written again within the same tick and with the same size, and no state would show it.
 */
const tick = 2000;

/**
 * @param {string} path
 * @returns {FileState | null} null where nothing is there
 */
function stateOf(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return null;
  return [status.size, status.mtimeMs, status.ctimeMs, status.ino, status.isDirectory() ? 1 : 0];
}

/**
 * Whether a state will show whatever is written later.
 *
 * @param {FileState | null} state
 * @param {number} takenAt the time when it was taken
 */
function isSettled(state, takenAt) {
  return state === null || (state[1] < takenAt - tick && state[2] < takenAt - tick);
}

/**
 * @param {FileState | null} one
 * @param {FileState | null} other
 */
function isSameState(one, other) {
  if (one === null || other === null) return one === other;
  return one.every((value, index) => value === other[index]);
}

module.exports = { stateOf, isSettled, isSameState };
