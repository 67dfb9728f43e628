import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { root } from "../layout/source-files.ts";

test("out/ is what the definitions say, byte for byte", () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--conditions=signalbox-source", "--import", "tsx", "scripts/build.ts", "--check"],
    { cwd: root, encoding: "utf8" },
  );
  expect(stdout + stderr).toContain("out/ is fresh");
  expect(status).toBe(0);
});
