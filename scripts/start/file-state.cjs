"use strict";
const { statSync } = require("node:fs");

/**
 * What the file system says of a file: its size, when its text and when anything of it last changed, and which file it is. Whoever
 * sets a time back changes the third of them.
 *
 * @typedef {readonly [size: number, modified: number, changed: number, inode: number]} FileState
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
  return status === undefined ? null : [status.size, status.mtimeMs, status.ctimeMs, status.ino];
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
