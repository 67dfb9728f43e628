// Whoever presses Ctrl-C, or ends a command in another way, finds nothing of it afterwards: no folder, and no program that runs.
import type { ChildProcess } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { endlessOnes, endlessTool } from "./endless-tool.ts";
import { projectWith, runSignalbox, startSignalbox } from "./make-project.ts";
import { end, nothingIsLeft, temporaries } from "./nothing-left.ts";

// A machine that is busy with other things takes its time to come so far.
const patienceMs = 300_000;

let project = "";
beforeAll(async () => {
  project = projectWith("examples/starter/definitions", afterAll);
  expect(await runSignalbox(["build"], { folder: project })).toMatchObject({ exitCode: 0 });
}, patienceMs);

/** A command that has begun to ask a program in a temporary folder. */
async function asking(...args: readonly string[]): Promise<{ child: ChildProcess; temporary: string }> {
  const temporary = temporaries();
  const env = { NO_COLOR: "1", TMPDIR: temporary, PROMTOOL: await endlessTool("promtool", temporary) };
  const child = startSignalbox(args, { folder: project, env });
  onTestFinished(() => void child.kill("SIGKILL"));
  const isAsking = async () => {
    expect(await endlessOnes(temporary)).not.toEqual([]);
    expect(readdirSync(temporary).filter((name) => name.startsWith("signalbox-"))).not.toEqual([]);
  };
  await vi.waitFor(isAsking, { timeout: patienceMs, interval: 50 });
  // Of what it starts it tells right afterwards: nobody is that quick with a key.
  await wait(500);
  return { child, temporary };
}

describe("nothing is left behind", { timeout: patienceMs }, () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const)("of validate, by %s", async (signal) => {
    const { child, temporary } = await asking("validate", "--fresh");
    child.kill(signal);
    await end(child);
    await nothingIsLeft(temporary);
  });

  test.each(["SIGINT", "SIGKILL"] as const)("of mutate, by %s", async (signal) => {
    const { child, temporary } = await asking("mutate", "--all", "--fresh");
    child.kill(signal);
    // The first time it waits for what is being tried.
    if (signal === "SIGINT") child.stderr?.once("data", () => child.kill(signal));
    await end(child);
    await nothingIsLeft(temporary);
  });

  test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)("of build, by %s, in out/ neither", async (signal) => {
    const temporary = temporaries();
    const out = join(temporary, "out");
    const program = join(import.meta.dirname, "../build/waiting-build.ts");
    const child = startSignalbox([out], { folder: project, env: { TMPDIR: temporary }, program });
    onTestFinished(() => void child.kill("SIGKILL"));
    const waiting = () =>
      readdirSync(out, { recursive: true }).filter((path) => String(path).endsWith("-new"));
    await vi.waitFor(() => expect(existsSync(out) && waiting()).toHaveLength(1), { timeout: patienceMs });
    child.kill(signal);
    await end(child);
    await vi.waitFor(() => expect(waiting()).toEqual([]), { timeout: 30_000 });
    await nothingIsLeft(temporary);
  });
});
