import { expect, test } from "vitest";
import { playedBeside, ringingWithTheirOwn } from "./inhibited.ts";
import { inhibits } from "./inhibition.ts";
import { useLiveStack } from "./use-live-stack.ts";

const { running } = useLiveStack();
const testTimeoutMs = 240_000;

// The page of an objective is over a moment before its ticket, and whether the ticket is told then is chance.
const chosen = [ringingWithTheirOwn(), playedBeside()].flatMap(([first]) => first ?? []);

test("there is an alert of each kind", () => {
  expect(chosen.map(({ isPlayed }) => isPlayed)).toEqual([false, true]);
});

test.each(chosen.map((one) => [one.source, one.target, one] as const))(
  "%s silences %s, and nobody is told of that one",
  async (_source, _target, one) => {
    await inhibits(running(), one);
  },
  testTimeoutMs,
);
