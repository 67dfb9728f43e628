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
    await everybodyNotified(stack, name, "firing", begunMs);
    const firedMs = Date.now();
    const held = await heldAlerts(alertmanager.url, name);
    checkLabels(alert, held);
    await everyInstanceTold(stack, { alert, held, scenarioIndex, begunMs });
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

function checkLabels(alert: AlertModel, held: readonly HeldAlert[]): void {
  expect(held.length, `${alert.name} is held by Alertmanager`).toBeGreaterThan(0);
  for (const { labels } of held) expect(wrongLabels(alert, labels, model), alert.name).toEqual([]);
}

interface Told {
  readonly alert: AlertModel;
  readonly held: readonly HeldAlert[];
  readonly scenarioIndex: number;
  readonly begunMs: number;
}

/** Where several instances fire, one that fires a little later is told only when its group is looked at again. */
async function everyInstanceTold(stack: Pick<LiveStack, "notified">, told: Told): Promise<void> {
  const wrong = () => wrongTexts(stack, told);
  await until(
    `everybody is told of each instance of ${told.alert.name}`,
    () => (wrong().length === 0 ? true : undefined),
    () => wrong().join("\n"),
  );
}

/** For each instance and each recipient who was sent no right text of it: what is wrong with those that were sent. */
function wrongTexts(
  stack: Pick<LiveStack, "notified">,
  { alert, held, scenarioIndex, begunMs }: Told,
): string[] {
  const scenario = alert.scenarios[scenarioIndex];
  if (!scenario) throw new Error(`${alert.name} has no scenario ${scenarioIndex + 1}`);
  const bounds = boundsOf(alert, scenario);
  const firing = notifiedOf(stack, alert.name, "firing", begunMs);
  return held.flatMap(({ labels }) =>
    recipientsOf(alert.name).flatMap((one) => {
      const texts = firing.filter((notification) => recipient(notification) === one).map(({ text }) => text);
      const complaints = texts.map((text) => wrongIn(text, alert, labels, bounds));
      return complaints.some((found) => found.length === 0)
        ? []
        : [`${one} of ${alert.name}: ${JSON.stringify(complaints)} in ${JSON.stringify(texts)}`];
    }),
  );
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
