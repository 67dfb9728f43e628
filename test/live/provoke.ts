import { expect } from "vitest";
import type { AlertModel } from "../../generators/model/rule-model.ts";
import type { Notification } from "../../scripts/up/receiver/notification.ts";
import { heldAlerts, type HeldAlert } from "./ask.ts";
import { wrongLabels } from "./expected-labels.ts";
import { boundsOf, wrongIn } from "./expected-text.ts";
import { model, type LiveStack } from "./live-stack.ts";
import { scenarioName } from "./playlist.ts";
import { recipient, recipientsOf } from "./recipients.ts";
import { until } from "./until.ts";

/** How one alert was seen from its beginning to its end. */
export interface Seen {
  readonly name: string;
  readonly recipients: readonly string[];
  readonly begunMs: number;
  /** From the moment when its scenario is played until the last of its recipients was told. */
  readonly toRingMs: number;
  /** From the moment when all is well until the last of them was told so. */
  readonly toResolveMs: number;
}

/** What was told of an alert since a moment; the alert may be over, or not. */
export function toldOf(
  { told }: Pick<LiveStack, "told">,
  alert: string,
  status: Notification["status"],
  sinceMs: number,
): Notification[] {
  return told.filter((one) => one.alerts.includes(alert) && one.status === status && one.atMs >= sinceMs);
}

/** Waits until everybody whom the routing table names was told that an alert has this status. */
export async function everybodyTold(
  stack: Pick<LiveStack, "told">,
  alert: string,
  status: Notification["status"],
  sinceMs: number,
): Promise<Notification[]> {
  const wanted = recipientsOf(alert);
  const heard = () => [...new Set(toldOf(stack, alert, status, sinceMs).map(recipient))].sort();
  await until(
    `${alert} is ${status} for ${wanted.join(", ")}`,
    () => (wanted.every((one) => heard().includes(one)) ? true : undefined),
    () => `told were ${heard().join(", ") || "none"}`,
  );
  return toldOf(stack, alert, status, sinceMs);
}

/** Plays a scenario of an alert until everybody was told, checks what they were told, and ends it. */
export async function provoke(stack: LiveStack, alert: AlertModel, scenarioIndex: number): Promise<Seen> {
  const { name } = alert;
  const { simulator, alertmanager } = stack;
  const played = scenarioName({ alert, scenarioIndex });
  const begunMs = Date.now();
  expect(simulator.fire(played)).toBeUndefined();
  const heard = async () => {
    const firing = await everybodyTold(stack, name, "firing", begunMs);
    const rungMs = Date.now();
    const held = await heldAlerts(alertmanager.url, name);
    checkTexts(firing, alert, held, scenarioIndex);
    return { rungMs, held };
  };
  // What went wrong must not fire on: it would be in the way of the others.
  const { rungMs, held } = await heard().finally(() => simulator.rest(played));
  const resolved = await everybodyTold(stack, name, "resolved", rungMs);
  const all = [...toldOf(stack, name, "firing", begunMs), ...resolved];
  expect([...new Set(all.map(recipient))].sort(), name).toEqual(recipientsOf(name));
  toldOnce(all, name, held.length);
  return {
    name,
    recipients: recipientsOf(name),
    begunMs,
    toRingMs: rungMs - begunMs,
    toResolveMs: Date.now() - rungMs,
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

/** Nobody is told the same twice: a group is told once more only when another of its alerts begins or ends. */
function toldOnce(all: readonly Notification[], name: string, alerts: number): void {
  for (const status of ["firing", "resolved"] as const) {
    for (const one of recipientsOf(name)) {
      const times = all.filter((told) => told.status === status && recipient(told) === one).length;
      expect(times, `times that ${one} was told that ${name} is ${status}`).toBeLessThanOrEqual(alerts);
    }
  }
}
