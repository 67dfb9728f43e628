import { expect, test } from "vitest";
import { firingBeside, firingWithTheirOwn } from "./inhibited.ts";
import { inhibits } from "./inhibition.ts";
import { useLiveStack } from "./use-live-stack.ts";

const { running } = useLiveStack();
const testTimeoutMs = 240_000;

// The page of an objective is over a moment before its ticket, and whether the ticket is notified then is chance.
const chosen = [firingWithTheirOwn(), firingBeside()].flatMap(([first]) => first ?? []);

test("there is an alert of each kind", () => {
  expect(chosen.map(({ isFired: isFired }) => isFired)).toEqual([false, true]);
});

test.each(chosen.map((one) => [one.source, one.target, one] as const))(
  "%s inhibits %s, and nobody is notified of that one",
  async (_source, _target, one) => {
    await inhibits(running(), one);
  },
  testTimeoutMs,
);
