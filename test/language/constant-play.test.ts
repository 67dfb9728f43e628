import { expect, test } from "vitest";
import { follows, grows, holds, restarts } from "../../generators/language/plays.ts";
import { gigabytes } from "../../generators/language/quantity.ts";
import { constantPlay } from "../../generators/language/slo/constant-play.ts";
import { infra, shop } from "./example-metrics.ts";

const queue = shop.shop_queue;
const memory = shop.shop_memory_bytes;

test.each([
  ["quiet", 90],
  ["edge", 85],
  ["rings", 84.9],
] as const)("what a gauge holds when it is %s is held always", (situation, level) => {
  const play = constantPlay(holds(queue, { quiet: 90, edge: 85, rings: 84.9 }), situation);
  expect(play).toMatchObject({ kind: "holds", levels: { quiet: level, edge: level, rings: level } });
});

test("samples, growth and where it starts stay the same too", () => {
  const samples = follows(queue, "1m", { quiet: [90, 91], rings: [40, 41] });
  expect(constantPlay(samples, "rings")).toMatchObject({
    samples: { quiet: [40, 41], edge: [40, 41], rings: [40, 41] },
  });
  const growth = { quiet: gigabytes(0), rings: gigabytes(1) };
  const from = { quiet: gigabytes(2), rings: gigabytes(3) };
  expect(constantPlay(grows(memory, "1h", growth, { from }), "rings")).toMatchObject({
    levels: { quiet: 1e9, edge: 1e9, rings: 1e9 },
    from: { quiet: 3e9, edge: 3e9, rings: 3e9 },
  });
  expect(constantPlay(grows(memory, "1h", growth), "quiet")).toMatchObject({ from: undefined });
});

test("what restarts has no level", () => {
  const play = restarts(infra.process_start_time_seconds);
  expect(constantPlay(play, "quiet")).toBe(play);
});
