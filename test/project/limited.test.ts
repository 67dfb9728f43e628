import { expect, test } from "vitest";
import { hungMessage, mostTaken } from "../../scripts/project/limited.ts";

const gibibyte = 1024 ** 3;

test("what a small project may take is below what V8 ends the process for", () => {
  expect(mostTaken().bytes).toBeLessThan(gibibyte);
  expect(mostTaken({ characters: 100_000 }).bytes).toBeLessThan(gibibyte);
  expect(hungMessage({ characters: 100_000 })).toContain("60 s of a processor's time or 1 GiB,");
});

test("more definitions may take more: ten thousand rules need 1.2 GiB, and are not ended for it", () => {
  const tenThousandRules = { characters: 20_800_000 };
  expect(mostTaken(tenThousandRules).bytes).toBeGreaterThan(1.2 * gibibyte);
  expect(hungMessage(tenThousandRules)).toContain(" or 2.2 GiB,");
});

test("what was taken before counts", () => {
  const [all, rest] = [mostTaken().bytes, mostTaken({ takenBefore: 0.4 * gibibyte }).bytes];
  expect(all - rest).toBeCloseTo(0.3 * gibibyte, 0);
});
