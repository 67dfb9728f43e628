import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

// Fetching everything takes seconds to a minute; who waits looks often enough not to lose time.
const pollMs = 50;

// No fetch takes so long. It frees a lock whose holder's number now belongs to another process.
const longestHoldMs = 10 * 60_000;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

const holderIsGone = async (lock: string): Promise<boolean> => {
  try {
    const pid = Number(await readFile(lock, "utf8"));
    if (Date.now() - (await stat(lock)).mtimeMs > longestHoldMs) return true;
    return !Number.isInteger(pid) || pid <= 0 || !isAlive(pid);
  } catch {
    // Released in this moment: the next try will take it.
    return false;
  }
};

const tryToTake = async (lock: string, own: string): Promise<boolean> => {
  try {
    // A link appears with its content in one step, so nobody ever reads a lock without its holder's number.
    await link(own, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
};

/**
 * Runs `work` while no other process runs its own in the same folder.
 * A lock whose holder has died is taken over. Should two processes take it over at the same moment, both work: that costs
 * a second download and no more, because a finished tool is renamed into place.
 */
export const withLock = async <Result>(folder: string, work: () => Promise<Result>): Promise<Result> => {
  await mkdir(folder, { recursive: true });
  const lock = join(folder, "lock");
  const own = join(folder, `lock-${process.pid}-${randomUUID()}`);
  await writeFile(own, String(process.pid));
  try {
    while (!(await tryToTake(lock, own))) {
      if (await holderIsGone(lock)) await rm(lock, { force: true });
      else await wait(pollMs);
    }
  } finally {
    await rm(own, { force: true });
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
};
