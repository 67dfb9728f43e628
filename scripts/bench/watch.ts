import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { npmRun, type ProjectPlace } from "./place.ts";
import { changeThreshold } from "./threshold.ts";

const lookEveryMs = 2;
/** Longer than the slowest edition takes for a build on a busy machine: then it is not going to write any more. */
const patienceMs = 120_000;
/** After what was written a person looks and thinks; and the build ends what it does after the file. */
const calmMs = 2_000;

/**
 * How long after a threshold was saved the rules are written, in seconds of wall time, as often as asked: one process watches
 * meanwhile.
 */
export async function measureWatch(place: ProjectPlace, times: number): Promise<number[]> {
  const rules = join(place.folder, "out/prometheus/alerts.yml");
  const { program, args, folder, env } = npmRun(place, "build", ["--watch"]);
  // A group of its own, so that what npm started ends with it.
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: "ignore",
    detached: true,
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  try {
    const all: number[] = [];
    for (let time = 0; time <= times; time += 1) {
      all.push(await secondsUntilChanged(rules, () => changeThreshold(place.threshold)));
      await pause(calmMs);
    }
    // The first one waited for the start of the process as well.
    return all.slice(1);
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGINT");
    await ended;
  }
}

async function secondsUntilChanged(file: string, save: () => void): Promise<number> {
  const before = textOf(file);
  const start = performance.now();
  save();
  while (textOf(file) === before) {
    if (performance.now() - start > patienceMs)
      throw new Error(`${file} was not written after a threshold was saved`);
    await pause(lookEveryMs);
  }
  return (performance.now() - start) / 1000;
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
