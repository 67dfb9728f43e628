import { afterAll, expect, test } from "vitest";
import { calm } from "./calm.ts";
import { model } from "./live-stack.ts";
import { playAll, strangers } from "./play-all.ts";
import { playlist, silencedByTheirOwn } from "./playlist.ts";
import { toldOf, type Seen } from "./provoke.ts";
import { recipient, recipientsOf } from "./recipients.ts";
import { report } from "./report.ts";
import { ringingAlways } from "./always-firing.ts";
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
  "every alert is told to exactly those whom the routing table names, in its words, and is over",
  async ({ signal }) => {
    const pieces = playlist();
    const silenced = silencedByTheirOwn(pieces);
    const played = pieces.filter((piece) => !silenced.includes(piece));
    await playAll(running(), played, seen, signal);
    const notSeen = model.alerts
      .map(({ name }) => name)
      .filter((name) => !seen.some((one) => one.name === name));
    // Some fire by themselves; that others fire, and are silenced by their pages, is a test of inhibitions.
    const silencedNames = silenced.map(({ alert }) => alert.name);
    expect(notSeen.sort()).toEqual([...silencedNames, ...ringingAlways].sort());
    expect(strangers(running(), pieces, seen)).toEqual([]);
    await calm(running());
  },
  testTimeoutMs,
);

test.each(ringingAlways)(
  "%s, which always fires, is told again and again",
  async (name) => {
    const told = () => toldOf(running(), name, "firing", 0);
    await until(`${name} is told three times`, () => (told().length >= 3 ? true : undefined));
    expect([...new Set(told().map(recipient))].sort()).toEqual(recipientsOf(name));
    const { summary } = model.alerts.find((alert) => alert.name === name)?.annotations ?? {};
    expect(new Set(told().map(({ title }) => title))).toEqual(new Set([summary]));
  },
  testTimeoutMs,
);
