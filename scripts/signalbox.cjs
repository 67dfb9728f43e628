"use strict";
const { resolve } = require("node:path");
const { unchangedSince } = require("./start/stamp.cjs");

const args = process.argv.slice(2);
const isBuild = args.length === 1 && args[0] === "build";
const unchanged = isBuild ? unchangedSince(resolve(__dirname, ".."), process.cwd()) : undefined;
if (unchanged === undefined) {
  require("./start/program.cjs").runProgram("scripts/signalbox.ts", args);
} else {
  process.stdout.write(`${unchanged}, ${Math.round(performance.now())} ms\n`);
}
