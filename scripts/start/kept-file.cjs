"use strict";
const { readFileSync } = require("node:fs");
const { hashOfBytes } = require("./known-files.cjs");
const { writeWhole } = require("./write-whole.cjs");

/**
 * What was kept under a path, as it was kept: a file that was not written to its end counts for nothing.
 *
 * @param {string} path
 * @returns {Buffer | undefined}
 */
function readKept(path) {
  try {
    const whole = readFileSync(path);
    const bytes = whole.subarray(hashLength);
    return whole.toString("latin1", 0, hashLength) === hashOfBytes(bytes) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Of the 32 bytes of a SHA-256, with six bits in each sign; what was kept follows it. */
const hashLength = 43;

/**
 * Keeps something for the next time; where the disk refuses, it will have to be made again.
 *
 * @param {string} path
 * @param {Uint8Array} bytes
 */
function writeKept(path, bytes) {
  writeWhole(path, Buffer.concat([Buffer.from(hashOfBytes(bytes), "latin1"), bytes]));
}

module.exports = { readKept, writeKept };
