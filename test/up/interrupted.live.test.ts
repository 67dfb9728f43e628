import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { projectWith, runSignalbox, startSignalbox } from "../project/make-project.ts";
import { nothingIsLeft, processesWith, temporaries } from "../project/nothing-left.ts";

// An empty cache of tools is filled here.
const patienceMs = 300_000;
const signalbox = join(import.meta.dirname, "../../scripts/signalbox.cjs");

let project = "";
beforeAll(async () => {
  project = projectWith("examples/starter/definitions", afterAll);
  expect(await runSignalbox(["build"], { folder: project })).toMatchObject({ exitCode: 0 });
}, patienceMs);

interface Running {
  readonly child: ChildProcess;
  readonly temporary: string;
  readonly printed: () => string;
  readonly seen: (text: string | RegExp) => Promise<void>;
  readonly ended: Promise<number | null>;
}

function watched(child: ChildProcess, temporary: string): Running {
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => (printed += text));
  onTestFinished(() => void child.kill("SIGKILL"));
  return {
    child,
    temporary,
    printed: () => printed,
    seen: (text) => vi.waitFor(() => expect(printed).toMatch(text), { timeout: patienceMs, interval: 50 }),
    ended: once(child, "exit").then(([code]) => code),
  };
}

function startUp(name: "up" | "simulate" = "up"): Running {
  const temporary = temporaries();
  const env = { NO_COLOR: "1", TMPDIR: temporary };
  return watched(startSignalbox([name], { folder: project, env }), temporary);
}

const isUp = "targets are up, after ";

describe("nothing is left behind", { timeout: patienceMs }, () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("by %s, however often", async (signal) => {
    const up = startUp();
    await up.seen(isUp);
    expect(await processesWith(up.temporary)).not.toEqual([]);
    up.child.kill(signal);
    up.child.kill(signal);
    await wait(20);
    up.child.kill(signal);
    expect(await up.ended).toBe(0);
    expect(up.printed()).toMatch(/stopped; nothing is left behind\n$/);
    await nothingIsLeft(up.temporary);
  });

  test.each([300, 900, 1500, 2100])("by SIGTERM after %d ms, wherever it is then", async (ms) => {
    const up = startUp();
    await wait(ms);
    up.child.kill("SIGTERM");
    await up.ended;
    await nothingIsLeft(up.temporary);
  });

  test("as soon as a program is there", async () => {
    const up = startUp();
    await vi.waitFor(async () => expect(await processesWith(up.temporary)).not.toEqual([]), {
      timeout: patienceMs,
      interval: 50,
    });
    up.child.kill("SIGINT");
    expect(await up.ended).toBe(0);
    await nothingIsLeft(up.temporary);
  });

  test("by SIGKILL", async () => {
    const up = startUp();
    await up.seen(isUp);
    up.child.kill("SIGKILL");
    await up.ended;
    await nothingIsLeft(up.temporary);
  });

  test("when whoever started it is killed", async () => {
    const temporary = temporaries();
    const script = `"${process.execPath}" "${signalbox}" up & echo "started $!"; wait`;
    const env = { ...process.env, NO_COLOR: "1", TMPDIR: temporary };
    const up = watched(spawn("sh", ["-c", script], { cwd: project, env }), temporary);
    await up.seen(isUp);
    const own = /started (\d+)/.exec(up.printed())?.[1] ?? "";
    up.child.kill("SIGKILL");
    await vi.waitFor(() => expect(() => process.kill(Number(own), 0)).toThrow(), {
      timeout: 60_000,
      interval: 100,
    });
    await nothingIsLeft(up.temporary);
  });

  test("when nobody reads any more what it says", async () => {
    const up = startUp();
    await up.seen(isUp);
    up.child.stdout?.destroy();
    // It answers what is typed, and finds that nobody listens.
    up.child.stdin?.write("ok\n");
    expect(await up.ended).toBe(0);
    await nothingIsLeft(up.temporary);
  });

  test("with nothing to read, it goes on until it is ended", async () => {
    const up = startUp();
    up.child.stdin?.end();
    await up.seen(isUp);
    await wait(500);
    expect(up.child.exitCode).toBeNull();
    up.child.kill("SIGINT");
    expect(await up.ended).toBe(0);
    await nothingIsLeft(up.temporary);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("simulate, by %s", async (signal) => {
    const simulate = startUp("simulate");
    await simulate.seen("Ctrl-C ends it");
    simulate.child.kill(signal);
    expect(await simulate.ended).toBe(0);
    await nothingIsLeft(simulate.temporary);
  });
});

test.each(["alertmanager", "prometheus"])(
  "%s that dies is named at once with the end of its log, and up ends with 1",
  { timeout: patienceMs },
  async (name) => {
    const up = startUp();
    await up.seen(isUp);
    const [line = ""] = (await processesWith(up.temporary)).filter((one) => one.includes(`/${name}.yml`));
    process.kill(Number(line.trim().split(" ")[0]), "SIGKILL");
    expect(await up.ended).toBe(1);
    expect(up.printed()).toMatch(new RegExp(`\n${name} has ended, by SIGKILL; the end of its log:\n.+\n`));
    expect(up.printed()).toMatch(/stopped; nothing is left behind\n$/);
    await nothingIsLeft(up.temporary);
  },
);
