import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// The live run takes the project that LIVE_PROJECT names, else this repository's own, of which more is known.
const liveOfOwn = "test/definitions/live/**/*.test.ts";
/** What starts the whole stack and waits for it. */
const live = ["test/live/**/*.test.ts", "test/up/command.test.ts", "test/up/without-json-exporter.test.ts"];

export default defineConfig({
  // As the export condition "signalbox-source" does for Node and tsc: the tests see the sources, and never what was built.
  resolve: { alias: { signalbox: fileURLToPath(new URL("generators/language/index.ts", import.meta.url)) } },
  test: {
    globalSetup: ["test/tools-ready.ts"],
    // Most of the time is spent by the real tools, so no processor is kept for the runner itself; and loading the modules anew for
    // each of two hundred files would take longer than their tests, which share no state that a file could change.
    maxWorkers: "100%",
    isolate: false,
    // The real tools start processes; on a busy machine of two cores a minute is not too long.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // promtool, amtool and the TypeScript compiler are short Go programs: a third of their time goes into collecting garbage that
    // would not have filled the memory.
    env: { GOGC: "400" },
    // The live run is about real time, so it has the machine to itself: "npm run test:live".
    projects: [
      {
        extends: true,
        test: { name: "tests", include: ["test/**/*.test.ts"], exclude: [...live, liveOfOwn] },
      },
      {
        extends: true,
        test: {
          name: "live",
          include: process.env["LIVE_PROJECT"] === undefined ? [...live, liveOfOwn] : live,
        },
      },
    ],
  },
});
