import { spawn } from "node:child_process";
import { expect, onTestFinished, test } from "vitest";
import { cpuTimeOf, msInPsTime } from "../../scripts/tools/cpu-time.ts";
import { CpuLimitError, runTool } from "../../scripts/tools/run-tool.ts";

/** Works for a while, says how much it has used, and waits to be asked. */
const busy = `
const end = process.cpuUsage().user + 300_000;
while (process.cpuUsage().user < end);
const { user, system } = process.cpuUsage();
process.stdout.write(String((user + system) / 1000));
process.stdin.resume();
`;

// A process of its own: the one that runs the tests has waited for many others, whose time counts with its own.
test("a program's time is what it has used of a processor", async () => {
  const child = spawn(process.execPath, ["--eval", busy]);
  onTestFinished(() => void child.kill());
  const says = await new Promise<string>((done) => {
    child.stdout.setEncoding("utf8").once("data", done);
  });
  const counted = cpuTimeOf(child.pid ?? 0) ?? NaN;
  expect(Number(says)).toBeGreaterThan(300);
  // Counted in hundredths of a second, and threads are counted a little later.
  expect(Math.abs(counted - Number(says))).toBeLessThan(200);
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
