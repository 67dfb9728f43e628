import { readdir, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { withLock } from "../../scripts/tools/fetch-lock.ts";
import { temporaryFolder } from "./temporary-folder.ts";

// No process has this number: the largest of Linux is 4194304.
const deadHolder = "4194305";

const mostAtOnce = async (folder: string): Promise<number> => {
  let inside = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    // Others look at the lock in each of these turns.
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 10 }, () => withLock(folder, work)));
  return most;
};

test("one at a time works, also where many find a lock that is left over", async () => {
  const folder = await temporaryFolder();
  for (let round = 0; round < 20; round += 1) {
    await writeFile(join(folder, "lock"), `${deadHolder} ${hostname()} ${round}`);
    expect(await mostAtOnce(folder)).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  }
});

test("who died while removing a lock that was left over does no harm", async () => {
  const folder = await temporaryFolder();
  for (const file of ["lock", "lock-removal", "lock-removal-removal"])
    await writeFile(join(folder, file), deadHolder);
  expect(await mostAtOnce(folder)).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});
