import { expect, test } from "vitest";
import { follows, grows, holds, restarts } from "../../generators/language/given.ts";
import { gigabytes } from "../../generators/language/quantity.ts";
import { alwaysAs } from "../../generators/language/slo/indicator.ts";
import { infra, shop } from "./example-metrics.ts";

const queue = shop.shop_queue;
const memory = shop.shop_memory_bytes;

test.each([
  ["ok", 90],
  ["limit", 85],
  ["firing", 84.9],
] as const)("what a gauge holds when it is %s is held always", (situation, level) => {
  const given = alwaysAs(holds(queue, { ok: 90, limit: 85, firing: 84.9 }), situation);
  expect(given).toMatchObject({ kind: "holds", levels: { ok: level, limit: level, firing: level } });
});

test("samples, growth and where it starts stay the same too", () => {
  const samples = follows(queue, "1m", { ok: [90, 91], firing: [40, 41] });
  expect(alwaysAs(samples, "firing")).toMatchObject({
    samples: { ok: [40, 41], limit: [40, 41], firing: [40, 41] },
  });
  const growth = { ok: gigabytes(0), firing: gigabytes(1) };
  const from = { ok: gigabytes(2), firing: gigabytes(3) };
  expect(alwaysAs(grows(memory, "1h", growth, { from }), "firing")).toMatchObject({
    levels: { ok: 1e9, limit: 1e9, firing: 1e9 },
    from: { ok: 3e9, limit: 3e9, firing: 3e9 },
  });
  expect(alwaysAs(grows(memory, "1h", growth), "ok")).toMatchObject({ from: undefined });
});

test("what restarts has no level", () => {
  const given = restarts(infra.process_start_time_seconds);
  expect(alwaysAs(given, "ok")).toBe(given);
});
