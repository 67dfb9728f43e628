import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import { runTool } from "../../scripts/tools/run-tool.ts";

/** A folder for temporary files, of which every program that is started is given a path: so they are told from all others. */
export function temporaries(): string {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), "signalbox-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The processes that were given a word, such as a folder. */
export async function processesWith(word: string): Promise<readonly string[]> {
  const { stdout } = await runTool({ path: "ps" }, ["-A", "-ww", "-o", "pid=,args="]);
  return stdout.split("\n").filter((line) => line.includes(word));
}

/** Waits until neither a file nor a program is left; what is killed cannot clean up, and whoever does so for it takes a few seconds. */
export async function nothingIsLeft(temporary: string): Promise<void> {
  const left = async () => {
    expect(await processesWith(temporary)).toEqual([]);
    expect(readdirSync(temporary).filter((name) => name.startsWith("signalbox-"))).toEqual([]);
  };
  await vi.waitFor(left, { timeout: 60_000, interval: 200 });
}

/** Waits until a child has ended, in whatever way. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}
