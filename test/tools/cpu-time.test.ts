import { expect, test } from "vitest";
import { cpuTimeOf, msInPsTime } from "../../scripts/tools/cpu-time.ts";
import { CpuLimitError, runTool } from "../../scripts/tools/run-tool.ts";

test("a program's time is what it has used of a processor", () => {
  const before = cpuTimeOf(process.pid) ?? NaN;
  const { user, system } = process.cpuUsage();
  // Counted in hundredths of a second, and threads are counted a little later.
  expect(Math.abs(before - (user + system) / 1000)).toBeLessThan(500);
});

test("a program that is not there has none", () => {
  expect(cpuTimeOf(2 ** 30)).toBeUndefined();
});

test.each([
  ["  0:00.03\n", 30],
  ["1:02.50", 62_500],
  ["00:01:02", 62_000],
  ["1-00:00:01", 86_401_000],
  ["", undefined],
])("ps says %j", (text, ms) => {
  expect(msInPsTime(text)).toBe(ms);
});

test("a program that uses more of a processor than it may is ended, and says so", async () => {
  const run = runTool({ path: "/bin/sh" }, ["-c", "while :; do :; done"], { cpuLimitMs: 100 });
  await expect(run).rejects.toBeInstanceOf(CpuLimitError);
  await expect(run).rejects.toThrow("took more than 0.1 s of a processor's time");
});

test("a program that waits uses none, however long it takes", async () => {
  const { code } = await runTool({ path: "sleep" }, ["2.5"], { cpuLimitMs: 500 });
  expect(code).toBe(0);
});
