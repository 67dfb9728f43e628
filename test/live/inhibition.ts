import { expect } from "vitest";
import { heldAlerts } from "./ask.ts";
import { calm } from "./calm.ts";
import type { LiveStack } from "./live-stack.ts";
import { everybodyTold, toldOf } from "./provoke.ts";
import { fires } from "./fires.ts";
import { until } from "./until.ts";

/** An alert and one that it silences. */
export interface Inhibited {
  readonly source: string;
  readonly target: string;
  /** False: it fires by itself when the other one does. */
  readonly isPlayed: boolean;
}

/** Plays the alert that silences the other one, and sees that nobody is told of that one until it is over. */
export async function inhibits(stack: LiveStack, { source, target, isPlayed }: Inhibited): Promise<void> {
  const begunMs = Date.now();
  stack.simulator.fire(source);
  await everybodyTold(stack, source, "firing", begunMs);
  if (isPlayed) stack.simulator.fire(target);
  await fires(stack, target);
  const held = await until(`Alertmanager has ${target}`, async () => {
    const alerts = await heldAlerts(stack.alertmanager.url, target);
    return alerts.length > 0 ? alerts : undefined;
  });
  expect(held.map(({ state }) => state)).toEqual(["suppressed"]);
  expect(held.flatMap(({ inhibitedBy }) => inhibitedBy)).toHaveLength(1);
  expect(toldOf(stack, target, "firing", begunMs)).toEqual([]);
  stack.simulator.rest(source);
  await everybodyTold(stack, source, "resolved", begunMs);
  // What still fires when its silence ends is told then.
  if (isPlayed) await everybodyTold(stack, target, "firing", begunMs);
  stack.simulator.rest();
  if (isPlayed) await everybodyTold(stack, target, "resolved", begunMs);
  await calm(stack);
}
