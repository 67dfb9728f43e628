import { expect, test } from "vitest";
import { heldAlerts } from "./ask.ts";
import { calm } from "./calm.ts";
import { everybodyTold, toldOf } from "./provoke.ts";
import { rings } from "./rings.ts";
import { until } from "./until.ts";
import { useLiveStack } from "./use-live-stack.ts";

const { running } = useLiveStack();
const testTimeoutMs = 240_000;

test.each([
  ["the API that is down", "SpaceTimeAPIDown", "SpaceTimePrometheusScrapeFailures", false],
  ["what is critical of the same instance", "SpaceTimeSceneLoadFailures", "SpaceTimeSceneLoadSlow", true],
  // All time is bad, which both mean. The page is over a moment earlier, and whether the ticket is told then is chance.
  ["a budget that burns fast", "VrFrameRateBurnsFast", "VrFrameRateBurnsSlowly", false],
])(
  "%s silences its signs, and nobody is told of them",
  async (_, source, target, isPlayed) => {
    const stack = running();
    const begunMs = Date.now();
    stack.simulator.ring(source);
    await everybodyTold(stack, source, "firing", begunMs);
    if (isPlayed) stack.simulator.ring(target);
    await rings(stack, target);
    const held = await until(`Alertmanager has ${target}`, async () => {
      const alerts = await heldAlerts(stack.alertmanager.url, target);
      return alerts.length > 0 ? alerts : undefined;
    });
    expect(held.map(({ state }) => state)).toEqual(["suppressed"]);
    expect(held.flatMap(({ inhibitedBy }) => inhibitedBy)).toHaveLength(1);
    expect(toldOf(stack, target, "firing", begunMs)).toEqual([]);
    stack.simulator.quiet(source);
    await everybodyTold(stack, source, "resolved", begunMs);
    // What still rings when its silence ends is told then.
    if (isPlayed) await everybodyTold(stack, target, "firing", begunMs);
    stack.simulator.quiet();
    if (isPlayed) await everybodyTold(stack, target, "resolved", begunMs);
    await calm(stack);
  },
  testTimeoutMs,
);
