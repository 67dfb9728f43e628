import { expect } from "vitest";
import type { AlertModel } from "../../generators/model/rule-model.ts";
import type { Notification } from "../../scripts/up/receiver/notification.ts";
import { heldAlerts, type HeldAlert } from "./ask.ts";
import { wrongLabels } from "./expected-labels.ts";
import { boundsOf, wrongIn } from "./expected-text.ts";
import { model, type LiveStack } from "./live-stack.ts";
import { scenarioName } from "./pieces.ts";
import { recipient, recipientsOf } from "./recipients.ts";
import { until } from "./until.ts";

/** How one alert was seen from its beginning to its end. */
export interface Seen {
  readonly name: string;
  readonly recipients: readonly string[];
  readonly begunMs: number;
  /** From the moment when its scenario is played until the last of its recipients was notified. */
  readonly toFireMs: number;
  /** From the moment when all is well until the last of them was notified so. */
  readonly toResolveMs: number;
}

/** What was notified of an alert since a moment; the alert may be over, or not. */
export function notifiedOf(
  { notified }: Pick<LiveStack, "notified">,
  alert: string,
  status: Notification["status"],
  sinceMs: number,
): Notification[] {
  return notified.filter((one) => one.alerts.includes(alert) && one.status === status && one.atMs >= sinceMs);
}

/** Waits until everybody whom the routing table names was notified that an alert has this status. */
export async function everybodyNotified(
  stack: Pick<LiveStack, "notified">,
  alert: string,
  status: Notification["status"],
  sinceMs: number,
): Promise<Notification[]> {
  const wanted = recipientsOf(alert, status);
  const notified = () => [...new Set(notifiedOf(stack, alert, status, sinceMs).map(recipient))].sort();
  await until(
    `${alert} is ${status} for ${wanted.join(", ")}`,
    () => (wanted.every((one) => notified().includes(one)) ? true : undefined),
    () => `notified were ${notified().join(", ") || "none"}`,
  );
  return notifiedOf(stack, alert, status, sinceMs);
}

/** Plays a scenario of an alert until everybody was notified, checks what they were notified, and ends it. */
export async function provoke(stack: LiveStack, alert: AlertModel, scenarioIndex: number): Promise<Seen> {
  const { name } = alert;
  const { simulator, alertmanager } = stack;
  const played = scenarioName({ alert, scenarioIndex });
  const begunMs = Date.now();
  expect(simulator.fire(played)).toBeUndefined();
  const notified = async () => {
    const firing = await everybodyNotified(stack, name, "firing", begunMs);
    const firedMs = Date.now();
    const held = await heldAlerts(alertmanager.url, name);
    checkTexts(firing, alert, held, scenarioIndex);
    return { firedMs, held };
  };
  // What went wrong must not fire on: it would be in the way of the others.
  const { firedMs, held } = await notified().finally(() => simulator.rest(played));
  const resolved = await everybodyNotified(stack, name, "resolved", firedMs);
  const all = [...notifiedOf(stack, name, "firing", begunMs), ...resolved];
  expect([...new Set(all.map(recipient))].sort(), name).toEqual(recipientsOf(name));
  notifiedOnce(all, name, held.length);
  return {
    name,
    recipients: recipientsOf(name),
    begunMs,
    toFireMs: firedMs - begunMs,
    toResolveMs: Date.now() - firedMs,
  };
}

function checkTexts(
  firing: readonly Notification[],
  alert: AlertModel,
  held: readonly HeldAlert[],
  scenarioIndex: number,
): void {
  const scenario = alert.scenarios[scenarioIndex];
  if (!scenario) throw new Error(`${alert.name} has no scenario ${scenarioIndex + 1}`);
  const bounds = boundsOf(alert, scenario);
  expect(held.length, `${alert.name} is held by Alertmanager`).toBeGreaterThan(0);
  for (const { labels } of held) {
    expect(wrongLabels(alert, labels, model), alert.name).toEqual([]);
    for (const one of recipientsOf(alert.name)) {
      const texts = firing.filter((notification) => recipient(notification) === one);
      // Where several instances fire, the first notification may not yet have all of them.
      const wrong = texts.map(({ text }) => wrongIn(text, alert, labels, bounds));
      expect(
        wrong.some((complaints) => complaints.length === 0),
        `${one} of ${alert.name}: ${JSON.stringify(wrong)} in ${JSON.stringify(texts.map(({ text }) => text))}`,
      ).toBe(true);
    }
  }
}

/** Nobody is notified the same twice: a group is notified once more only when another of its alerts begins or ends. */
function notifiedOnce(all: readonly Notification[], name: string, alerts: number): void {
  for (const status of ["firing", "resolved"] as const) {
    for (const one of recipientsOf(name)) {
      const times = all.filter(
        (notified) => notified.status === status && recipient(notified) === one,
      ).length;
      expect(times, `times that ${one} was notified that ${name} is ${status}`).toBeLessThanOrEqual(alerts);
    }
  }
}
