import { expect } from "vitest";
import { heldAlerts } from "./ask.ts";
import { calm } from "./calm.ts";
import type { LiveStack } from "./live-stack.ts";
import { everybodyNotified, notifiedOf } from "./provoke.ts";
import { fires } from "./fires.ts";
import { until } from "./until.ts";

/** An alert and one that it inhibits. */
export interface Inhibited {
  readonly source: string;
  readonly target: string;
  /** False: it fires by itself when the other one does. */
  readonly isFired: boolean;
}

/** Fires the alert that inhibits the other one, and sees that nobody is notified of that one until it is over. */
export async function inhibits(
  stack: LiveStack,
  { source, target, isFired: isFired }: Inhibited,
): Promise<void> {
  const begunMs = Date.now();
  stack.simulator.fire(source);
  await everybodyNotified(stack, source, "firing", begunMs);
  if (isFired) stack.simulator.fire(target);
  await fires(stack, target);
  const held = await until(`Alertmanager has ${target}`, async () => {
    const alerts = await heldAlerts(stack.alertmanager.url, target);
    return alerts.length > 0 ? alerts : undefined;
  });
  expect(held.map(({ state }) => state)).toEqual(["suppressed"]);
  expect(held.flatMap(({ inhibitedBy }) => inhibitedBy)).toHaveLength(1);
  expect(notifiedOf(stack, target, "firing", begunMs)).toEqual([]);
  stack.simulator.rest(source);
  await everybodyNotified(stack, source, "resolved", begunMs);
  // What still fires when its silence ends is notified then.
  if (isFired) await everybodyNotified(stack, target, "firing", begunMs);
  stack.simulator.rest();
  if (isFired) await everybodyNotified(stack, target, "resolved", begunMs);
  await calm(stack);
}
