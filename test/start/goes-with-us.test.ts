import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { makeFolder } from "../build/out-fixture.ts";
import { root } from "../layout/source-files.ts";
import { end, nothingIsLeft, temporaries } from "../project/nothing-left.ts";

const folders = (temporary: string) =>
  readdirSync(temporary).filter((name) => name.startsWith("signalbox-bundle-"));

/** A process that makes the bundle of the command, as its first run does. */
function making(temporary: string) {
  const makeBundle = JSON.stringify(join(root, "scripts/start/make-bundle.cjs"));
  const args = [root, "scripts/signalbox.ts", makeFolder()].map((arg) => JSON.stringify(arg)).join();
  const script = `const made = require(${makeBundle}).makeBundle(${args}); process.exitCode = "code" in made ? 0 : 3;`;
  const child = spawn(process.execPath, ["--eval", script], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: "ignore",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

// A machine that is busy with other things takes its time to come so far.
describe("nothing is left behind of a bundle", { timeout: 300_000 }, () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const)(
    "that is being made, by %s",
    async (signal) => {
      const temporary = temporaries();
      const child = making(temporary);
      await vi.waitFor(() => expect(folders(temporary)).toHaveLength(1), { timeout: 240_000, interval: 5 });
      child.kill(signal);
      await end(child);
      expect(child.signalCode).toBe(signal);
      await nothingIsLeft(temporary);
    },
  );

  test("that was made", async () => {
    const temporary = temporaries();
    const child = making(temporary);
    await end(child);
    expect(child.exitCode).toBe(0);
    await nothingIsLeft(temporary);
  });
});

test("without a shell the work is done all the same, and nobody is ended", async () => {
  const goesWithUs = JSON.stringify(join(root, "scripts/start/goes-with-us.cjs"));
  const script = `const { inFolderOfOurs } = require(${goesWithUs});
process.stdout.write(inFolderOfOurs("signalbox-bundle-", () => "done"));`;
  // In a group of its own: what is meant for one that could not be started must not reach all of it.
  const child = spawn(process.execPath, ["--eval", script], {
    env: { ...process.env, TMPDIR: temporaries(), PATH: "/nowhere" },
    stdio: ["ignore", "pipe", "ignore"],
    detached: true,
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
  await end(child);
  expect({ code: child.exitCode, signal: child.signalCode, printed }).toEqual({
    code: 0,
    signal: null,
    printed: "done",
  });
});
