import { exec, execFile, spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { get } from "node:https";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test, vi } from "vitest";
import { findTool, lookForTool } from "../scripts/tools/find-tool.ts";
import { runTool } from "../scripts/tools/run-tool.ts";
import { temporaryFolder } from "./tools/temporary-folder.ts";
import { writeFakeTool } from "./tools/write-fake-tool.ts";
import { takeRefused } from "./unit-guard.ts";

const message = (what: string): string =>
  `this test ${what}, so it belongs to the project "tools": name its file *.tools.test.ts`;

test("a test that looks for a real tool is told where it belongs, installed or not", async () => {
  await expect(findTool("promtool")).rejects.toThrow(message("asks for a real tool"));
  await expect(lookForTool("json_exporter")).rejects.toThrow(message("asks for a real tool"));
  expect(takeRefused()).toEqual(Array(2).fill(message("asks for a real tool")));
});

test("a test that starts a tool, or what fetches one, is told so", async () => {
  expect(() => spawn("promtool", ["--version"])).toThrow(message("starts promtool"));
  expect(() => spawnSync("prometheus-alertmanager")).toThrow(message("starts prometheus-alertmanager"));
  expect(() => exec("amtool --version")).toThrow(message("starts amtool"));
  expect(() => promisify(execFile)("docker-compose", ["version"])).toThrow(message("starts docker-compose"));
  await expect(runTool({ path: "apt-get" }, ["update"])).rejects.toThrow(message("starts apt-get"));
  expect(takeRefused()).toHaveLength(5);
});

test("a test that opens a connection is told so", async () => {
  const refusal = message("connects to somewhere.invalid");
  await expect(fetch("https://somewhere.invalid/")).rejects.toMatchObject({ cause: { message: refusal } });
  const asked = new Promise((_, reject) => get("https://somewhere.invalid/").once("error", reject));
  await expect(asked).rejects.toThrow(refusal);
  expect(takeRefused()).toEqual([refusal, refusal]);
});

test("a program and a server of the test's own are allowed", async () => {
  const tool = await writeFakeTool(await temporaryFolder(), "promtool", "3.5.3");
  expect((await runTool({ path: tool }, ["--version"])).stdout).toMatch("promtool, version 3.5.3");
  expect(spawnSync("/nowhere/promtool").error).toMatchObject({ code: "ENOENT" });
  expect(spawnSync("sh", ["-c", "exit 3"]).status).toBe(3);
  const server = createServer((_, response) => response.end("here"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  expect(await (await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: "close" } })).text()).toBe(
    "here",
  );
  expect(takeRefused()).toEqual([]);
});

test.fails("a test fails even where the code goes on without what it was refused", async () => {
  await lookForTool("promtool").catch(() => undefined);
});

test("a command that a test starts has no cache to fetch tools into", () => {
  const caches = process.env["XDG_CACHE_HOME"] ?? "";
  expect(() => mkdirSync(join(caches, "signalbox"), { recursive: true })).toThrow("ENOTDIR");
});

// At the end: what is refused from here on is noted by the last guard.
test("the guard is put up for each file, after promisify was used too", async () => {
  promisify(execFile);
  promisify(exec);
  const guard = execFile;
  vi.resetModules();
  await import("./unit-guard.ts");
  vi.resetModules();
  const last = await import("./unit-guard.ts");
  expect(execFile).not.toBe(guard);
  expect(() => promisify(execFile)("docker-compose", ["version"])).toThrow(message("starts docker-compose"));
  expect(last.takeRefused()).toEqual([message("starts docker-compose")]);
});
