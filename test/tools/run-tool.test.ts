import { realpath } from "node:fs/promises";
import { expect, test } from "vitest";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const shell = { path: "/bin/sh" };

test("a failing program is a result: its code and both of its outputs", async () => {
  const result = await runTool(shell, ["-c", "echo out; echo err >&2; exit 3"]);
  expect(result).toEqual({ code: 3, stdout: "out\n", stderr: "err\n" });
});

test("the program gets its input, its folder and its environment", async () => {
  const cwd = await realpath(await temporaryFolder());
  const result = await runTool(shell, ["-c", "cat; pwd; echo $WORD"], {
    input: "in\n",
    cwd,
    env: { WORD: "w" },
  });
  expect(result.stdout).toBe(`in\n${cwd}\nw\n`);
});

test("a program that does not read a long input is known by its exit code", async () => {
  const result = await runTool(shell, ["-c", "exit 0"], { input: "x".repeat(1_000_000) });
  expect(result.code).toBe(0);
});

test("a program that a signal ends has the code a shell gives it", async () => {
  expect((await runTool(shell, ["-c", "kill -TERM $$"])).code).toBe(143);
});

test("a program that takes too long is ended, and that is an error", async () => {
  await expect(runTool({ path: "sleep" }, ["60"], { lastResortMs: 50 })).rejects.toThrow(
    "sleep 60 did not finish within 0.05 s",
  );
});

test("a program that is not there is an error", async () => {
  await expect(runTool({ path: "/nowhere/promtool" }, [])).rejects.toThrow(
    "/nowhere/promtool cannot be started: spawn /nowhere/promtool ENOENT",
  );
});
