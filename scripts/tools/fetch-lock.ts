import { randomUUID } from "node:crypto";
import { link, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { makeFolder } from "../start/make-folder.cjs";

// Fetching everything takes seconds to a minute; who waits looks often enough not to lose time.
const pollMs = 50;

// The holder touches its lock that often; a lock that nobody has touched for so long is left over.
const touchMs = 5_000;
const silentMs = 60_000;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

/** What is in a lock: whose it is. The number of a process says something only on its own machine. */
const ownText = (): string => `${process.pid} ${hostname()} ${randomUUID()}`;

/** True when the holder has died; undefined when the lock was released just now. */
const holderIsGone = async (lock: string, text: string): Promise<boolean | undefined> => {
  const [pid, host] = text.split(" ");
  const number = Number(pid);
  if (!Number.isInteger(number) || number <= 0) return true;
  if ((host ?? hostname()) === hostname() && !isAlive(number)) return true;
  try {
    return Date.now() - (await stat(lock)).mtimeMs > silentMs;
  } catch {
    return undefined;
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

const take = async (lock: string, text: string): Promise<void> => {
  const own = `${lock}-${randomUUID()}`;
  await writeFile(own, text);
  try {
    while (!(await tryToTake(lock, own))) await removeIfLeftOver(lock);
  } finally {
    await rm(own, { force: true });
  }
};

/**
 * Removes the lock that says `text`. Looking at a lock and removing it are two steps, between which another process
 * could take it: who removes one, its holder as well, holds a second lock meanwhile, and that one can be left over too.
 */
const remove = async (lock: string, text: string): Promise<void> => {
  const removal = `${lock}-removal`;
  await take(removal, ownText());
  try {
    if ((await readFile(lock, "utf8")) === text) await rm(lock, { force: true });
  } catch {
    // It was removed before.
  } finally {
    // Held for milliseconds, so nobody takes it for left over meanwhile.
    await rm(removal, { force: true });
  }
};

const removeIfLeftOver = async (lock: string): Promise<void> => {
  try {
    const text = await readFile(lock, "utf8");
    if ((await holderIsGone(lock, text)) === true) return await remove(lock, text);
  } catch {
    // Released just now: the next try will take it.
    return;
  }
  await wait(pollMs);
};

/**
 * Runs `work` while no other process runs its own in the same folder; `waits` is called when another one does.
 * A lock whose holder has died is taken over, at once on the same machine, and after a minute where a home is shared.
 */
export const withLock = async <Result>(
  folder: string,
  work: () => Promise<Result>,
  waits: () => void = () => undefined,
): Promise<Result> => {
  // As the standard of user's caches wants it: nobody else's business.
  makeFolder(folder, 0o700);
  const lock = join(folder, "lock");
  const text = ownText();
  // Who gets it within a second has not waited.
  const patience = setTimeout(waits, 1_000);
  await take(lock, text).finally(() => clearTimeout(patience));
  const touching = setInterval(() => {
    const now = new Date();
    utimes(lock, now, now).catch(() => undefined);
  }, touchMs);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    await remove(lock, text);
  }
};
