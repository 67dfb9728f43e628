import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { model } from "../simulate/running-simulator.ts";
import { builtExample } from "../example-project.ts";
import { startCommand } from "./running-command.ts";

// An empty cache of tools is filled here; the JSON exporter may have to be compiled.
const patienceMs = 300_000;

function folderForTemporaries(): string {
  const folder = mkdtempSync(join(tmpdir(), "signalbox-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The command lines of processes that mention a folder. */
async function processesWith(folder: string): Promise<readonly string[]> {
  const { stdout } = await runTool({ path: "ps" }, ["-A", "-ww", "-o", "args="]);
  return stdout.split("\n").filter((line) => line.includes(folder));
}

test(
  "up starts the stack, shows every target up, says who is notified of an alert, and leaves nothing behind",
  { timeout: patienceMs },
  async () => {
    const folder = folderForTemporaries();
    const up = startCommand("up", ["--speed", "60", "--any-hour"], { TMPDIR: folder }, await builtExample());
    const count = model.jobs.flatMap(({ targets }) => targets).length;
    const seen = (text: string | RegExp) =>
      vi.waitFor(() => expect(up.printed()).toMatch(text), { timeout: patienceMs, interval: 100 });
    await seen(`${count} of ${count} targets are up, after `);
    expect(up.printed()).toMatch(/ Prometheus +http:\/\/127\.0\.0\.1:\d+\n/);
    expect((await processesWith(folder)).length).toBeGreaterThan(0);

    up.type("fire TicketShopWaitingRoomFull");
    await seen("simulating TicketShopWaitingRoomFull");
    const words = "[medium] TicketShopWaitingRoomFull (ticket-shop): localhost:9000: 510 buyers wait";
    for (const kind of ["slack    ", "email    "]) {
      await seen(
        new RegExp(`FIRING    team              ${kind}  TicketShopWaitingRoomFull  ${escaped(words)}`),
      );
    }
    up.type("ok");
    await seen(/RESOLVED  team              slack/);

    up.signal("SIGINT");
    expect(await up.exitCode).toBe(0);
    expect(up.printed()).toMatch(/stopped; nothing is left behind\n$/);
    expect(await processesWith(folder)).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.startsWith("signalbox-"))).toEqual([]);
  },
);

test("what cannot be started is said, and what was started is stopped", { timeout: patienceMs }, async () => {
  const folder = folderForTemporaries();
  // It says that it is Prometheus, and then ends.
  const prometheus = join(import.meta.dirname, "prometheus-that-ends.sh");
  const up = startCommand("up", [], { TMPDIR: folder, PROMETHEUS: prometheus }, await builtExample());
  expect(await up.exitCode).toBe(1);
  expect(up.printed()).toContain("prometheus exited before it was ready:\nno room is left\n");
  expect(await processesWith(folder)).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.startsWith("signalbox-"))).toEqual([]);
});

test.each([
  [["--fire", "TicketShopSlo"], "there is no alert \"TicketShopSlo\" (did you mean 'TicketShopSlow'?)\n"],
  [["--speed", "0.5"], "Option '--speed' takes a number from 1 on, not '0.5'.\n"],
  [["--speed", "fast"], "Option '--speed' takes a number from 1 on, not 'fast'.\n"],
  [["--fires", "A"], "Unknown option '--fires' (did you mean '--fire'?).\n"],
])("up %j is wrong use", async (args, message) => {
  const up = startCommand("up", args, {}, await builtExample());
  expect(await up.exitCode).toBe(2);
  expect(up.printed()).toBe(`${message}"signalbox up --help" lists the options.\n`);
});

test("--help lists the options", async () => {
  const up = startCommand("up", ["--help"]);
  expect(await up.exitCode).toBe(0);
  for (const option of ["--fire", "--speed", "--any-hour"]) expect(up.printed()).toContain(option);
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
