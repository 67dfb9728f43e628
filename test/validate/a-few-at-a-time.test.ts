import { availableParallelism } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { aFewAtATime } from "../../scripts/validate/a-few-at-a-time.ts";

test("results keep the order, and no more run than there are processors", async () => {
  let running = 0;
  let most = 0;
  const items = Array.from({ length: 20 }, (_, index) => index);
  const doubled = await aFewAtATime(items, async (item) => {
    running += 1;
    most = Math.max(most, running);
    // The later an item, the sooner it is done.
    await wait(20 - item);
    running -= 1;
    return item * 2;
  });
  expect(doubled).toEqual(items.map((item) => item * 2));
  expect(most).toBe(Math.min(availableParallelism(), items.length));
});

test("a failure is passed on", async () => {
  const fail = aFewAtATime([1, 2], async (item) => {
    if (item === 2) throw new Error("two");
  });
  await expect(fail).rejects.toThrow("two");
});
