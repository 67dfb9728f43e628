import { expect, test } from "vitest";
import { runSignalbox } from "../project/make-project.ts";

test("out/ is what the definitions say, byte for byte", async () => {
  const { exitCode, stdout, stderr } = await runSignalbox(["build", "--check"]);
  expect(stdout + stderr).toContain("out/ is fresh");
  expect(exitCode).toBe(0);
});
