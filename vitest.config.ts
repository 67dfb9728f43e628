import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/tools-ready.ts"],
    // The real tools start processes; on a busy machine of two cores a minute is not too long.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
