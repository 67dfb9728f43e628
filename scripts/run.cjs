"use strict";
const { relative, resolve } = require("node:path");
const { runProgram } = require("./start/program.cjs");

// Runs any program of this repository that is written in TypeScript: node scripts/run.cjs <module> [arguments]

const [program = "", ...args] = process.argv.slice(2);
const path = resolve(program);
// As if it had been started itself.
process.argv.splice(1, 2, path);
runProgram(relative(resolve(__dirname, ".."), path).replaceAll("\\", "/"), args);
