import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Most of the time is spent by the real tools, so no processor is kept for the runner itself; and loading the modules anew for
    // each of two hundred files would take longer than their tests, which share no state that a file could change.
    maxWorkers: "100%",
    isolate: false,
    globalSetup: ["test/tools-ready.ts"],
    // The real tools start processes; on a busy machine of two cores a minute is not too long.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
