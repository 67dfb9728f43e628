import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changeThreshold, findThreshold } from "../../scripts/bench/threshold.ts";
import { exampleProject } from "../example-project.ts";
import { makeFolder, put } from "../build/out-fixture.ts";
import { runSignalbox } from "../project/make-project.ts";

describe("the threshold that is changed for a measurement", () => {
  test("is one that builds, and one rule is another; the next change takes it back", async () => {
    const folder = exampleProject();
    const threshold = findThreshold(folder);
    const before = readFileSync(threshold.file, "utf8");
    changeThreshold(threshold);
    expect(await runSignalbox(["build"], { folder })).toMatchObject({ exitCode: 0, stderr: "" });
    const rules = readFileSync(join(folder, "out/prometheus/alerts.yml"), "utf8").split("- alert: ");
    expect(rules.find((rule) => rule.startsWith("HostDiskAlmostFull"))).toMatch(/<\s+0\.11\n/);
    changeThreshold(threshold);
    expect(readFileSync(threshold.file, "utf8")).toBe(before);
  });

  test("is in this repository's own definitions too", () => {
    expect(findThreshold(join(import.meta.dirname, "../..")).texts[1]).toContain("percent(10.8)");
  });

  test("that a project lacks is named", () => {
    const folder = makeFolder();
    put(folder, "definitions/platform/monitoring/alerts.ts", "export {};\n");
    expect(() => findThreshold(folder)).toThrow("has the threshold that is to be changed");
  });
});
