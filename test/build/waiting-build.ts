import { writeSync } from "node:fs";
import { build } from "../../scripts/build/build.ts";
import { performStep } from "../../scripts/build/steps.ts";
import { inTurn } from "./out-fixture.ts";

// A build that stops for ever when the first text waits beside its place, and says so.

const [outFolder = ""] = process.argv.slice(2);

build({
  compiled: { problems: [], files: inTurn({ "a/one.yml": "one: 1\n", "two.yml": "two: 2\n" }) },
  outFolder,
  mode: "write",
  perform(folder, step) {
    performStep(folder, step);
    writeSync(1, "a text waits\n");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0);
  },
});
