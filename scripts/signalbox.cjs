#!/usr/bin/env node
"use strict";
const { runProgram } = require("./start/program.cjs");

runProgram("scripts/signalbox.ts", process.argv.slice(2));
