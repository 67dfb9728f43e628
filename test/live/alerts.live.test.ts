import { afterAll, expect, test } from "vitest";
import { calm } from "./calm.ts";
import { model } from "./live-stack.ts";
import { playAll, unexpected } from "./play-all.ts";
import { playlist, inhibitedByTheirOwn } from "./pieces.ts";
import { notifiedOf, type Seen } from "./provoke.ts";
import { recipient, recipientsOf } from "./recipients.ts";
import { report } from "./report.ts";
import { alwaysFiring } from "./always-firing.ts";
import { until } from "./until.ts";
import { useLiveStack } from "./use-live-stack.ts";

const { running } = useLiveStack();
const seen: Seen[] = [];

// Five minutes where nothing else runs; a machine that is busy with other work may take twice as long.
const testTimeoutMs = 600_000;

// Also of what went wrong.
afterAll(() => {
  if (seen.length > 0) console.log(report(running(), seen));
});

test(
  "every alert notifies exactly those whom the routing table names, in its words, and that it is over",
  async ({ signal }) => {
    const pieces = playlist();
    const inhibited = inhibitedByTheirOwn(pieces);
    const played = pieces.filter((piece) => !inhibited.includes(piece));
    await playAll(running(), played, seen, signal);
    const notSeen = model.alerts
      .map(({ name }) => name)
      .filter((name) => !seen.some((one) => one.name === name));
    // Some fire by themselves; that others fire, and are inhibited by their pages, is a test of inhibitions.
    const inhibitedNames = inhibited.map(({ alert }) => alert.name);
    expect(notSeen.sort()).toEqual([...inhibitedNames, ...alwaysFiring].sort());
    expect(unexpected(running(), pieces, seen)).toEqual([]);
    await calm(running());
  },
  testTimeoutMs,
);

test.each(alwaysFiring)(
  "%s, which always fires, notifies again and again",
  async (name) => {
    const notified = () => notifiedOf(running(), name, "firing", 0);
    await until(`${name} notified three times`, () => (notified().length >= 3 ? true : undefined));
    expect([...new Set(notified().map(recipient))].sort()).toEqual(recipientsOf(name));
    const { summary } = model.alerts.find((alert) => alert.name === name)?.annotations ?? {};
    expect(new Set(notified().map(({ title }) => title))).toEqual(new Set([summary]));
  },
  testTimeoutMs,
);
