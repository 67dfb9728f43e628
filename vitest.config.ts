import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// What a test needs stands in its file's name, so that it goes where the file goes. A file without such a name needs
// nothing but what "npm ci" installs: test/unit-project.ts sees to it, and says of any other that it needs a name.
const needsTools = "test/**/*.tools.test.ts";
/** Starts the whole stack and waits for it. */
const isLive = "test/**/*.live.test.ts";

/** What stands where "unit" would look for fetched tools: the commands that its tests start fetch none either. */
const noCache = fileURLToPath(new URL("test/unit-project.ts/fetches-nothing", import.meta.url));

export default defineConfig({
  // As the export condition "signalbox-source" does for Node and tsc: the tests see the sources, and never what was built.
  resolve: { alias: { signalbox: fileURLToPath(new URL("generators/language/index.ts", import.meta.url)) } },
  test: {
    setupFiles: ["test/places.ts"],
    // Most of the time is spent by the real tools, so no processor is kept for the runner itself; and loading the modules anew for
    // each of two hundred files would take longer than their tests, which share no state that a file could change.
    maxWorkers: "100%",
    isolate: false,
    // Most of what is made in a test is garbage at the end of it. With 16 MiB for what is new, V8 would copy it several times before
    // that shows, and with more threads than one for it, it would need still more of the processors that the tests are to have.
    execArgv: ["--max-semi-space-size=64", "--single-threaded-gc"],
    // What a file becomes depends on what stands in it: it is worked out once for both projects, and for the next run.
    experimental: { fsModuleCache: true },
    // The real tools start processes; on a busy machine of two cores a minute is not too long.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // promtool, amtool and the TypeScript compiler are short Go programs: a third of their time goes into collecting garbage that
    // would not have filled the memory.
    env: { GOGC: "400" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [needsTools, isLive],
          setupFiles: ["test/places.ts", "test/unit-project.ts"],
          env: { XDG_CACHE_HOME: noCache },
        },
      },
      { extends: true, test: { name: "tools", include: [needsTools], globalSetup: ["test/tools-ready.ts"] } },
      // The live run is about real time, so it has the machine to itself: "npm run test:live".
      {
        extends: true,
        test: {
          name: "live",
          include: [isLive],
          globalSetup: ["test/tools-ready.ts", "test/package/packed-once.ts"],
        },
      },
    ],
  },
});
