import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { itemsAt, textAt, valueAt } from "../../../generators/targets/validation/untyped-data.ts";
import type { LabelPair } from "./label-pairs.ts";
import type { SampleLabels } from "./sample-labels.ts";
import { lastLabel, pairLabel } from "./silent-config.ts";

/** What Alertmanager makes of an alert. */
export interface Answer {
  /** Names, in the order of the routes. */
  readonly receivers: readonly string[];
  readonly isMuted: boolean;
}

/** Tells the two alerts of a pair apart where their own labels do not. */
const sideLabel = "signalbox_side";
// About 300 bytes each: a request stays well below a megabyte.
const alertsInARequest = 1000;
// It takes milliseconds; a busy machine may need many times that.
const lookingTimeoutMs = 10_000;
const pollMs = 10;

/**
 * Has all these pairs fire at the same time, and asks what becomes of each alert.
 *
 * @param url of an Alertmanager that runs with a `silentConfig`; it can be asked again, also after it was given another one
 * @returns for each pair the answers for its two alerts
 */
export async function askAlertmanager(
  url: string,
  pairs: readonly LabelPair[],
): Promise<(readonly [Answer, Answer])[]> {
  // What was asked before is still there.
  const question = randomUUID();
  const alerts = pairs.flatMap((pair, index) =>
    pair.map((labels, side) => ({
      ...labels,
      [pairLabel]: pairName(question, index),
      [sideLabel]: String(side),
    })),
  );
  for (let from = 0; from < alerts.length; from += alertsInARequest) {
    await post(url, alerts.slice(from, from + alertsInARequest));
  }
  await untilLookedAt(url, question);
  const found = await get(url, `${pairLabel}=~"${question}.*"`);
  const answers = new Map(itemsAt(found).map((alert) => [keyOf(alert), answerOf(alert)]));
  return pairs.map((_pair, index) => {
    const at = (side: number) => answerFor(`${pairName(question, index)} ${side}`, answers);
    return [at(0), at(1)];
  });
}

function pairName(question: string, index: number): string {
  return `${question} ${index}`;
}

function keyOf(alert: unknown): string {
  const labels = valueAt(alert, "labels");
  return `${textAt(labels, pairLabel)} ${textAt(labels, sideLabel)}`;
}

function answerFor(key: string, answers: ReadonlyMap<string, Answer>): Answer {
  const answer = answers.get(key);
  if (!answer) throw new Error("Alertmanager does not know an alert that it was given");
  return answer;
}

function answerOf(alert: unknown): Answer {
  return {
    receivers: itemsAt(alert, "receivers").map((receiver) => textAt(receiver, "name") ?? ""),
    isMuted: itemsAt(alert, "status", "inhibitedBy").length > 0,
  };
}

/** Alertmanager takes alerts in at once, but looks at what they silence one after the other, in their order. */
async function untilLookedAt(url: string, question: string): Promise<void> {
  const last = (side: string) => ({ [lastLabel]: side, [pairLabel]: `last ${question}` });
  await post(url, [last("source"), last("target")]);
  const deadline = Date.now() + lookingTimeoutMs;
  while (Date.now() < deadline) {
    const alerts = itemsAt(await get(url, `${pairLabel}="last ${question}"`));
    if (alerts.some((alert) => answerOf(alert).isMuted)) return;
    await wait(pollMs);
  }
  throw new Error(`Alertmanager has not looked at all alerts after ${lookingTimeoutMs / 1000} s`);
}

async function post(url: string, alerts: readonly SampleLabels[]): Promise<void> {
  const response = await fetch(`${url}/api/v2/alerts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(alerts.map((labels) => ({ labels }))),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`Alertmanager refuses alerts: ${text}`);
}

async function get(url: string, filter: string): Promise<unknown> {
  const response = await fetch(`${url}/api/v2/alerts?filter=${encodeURIComponent(filter)}`);
  if (!response.ok) throw new Error(`Alertmanager does not answer: ${await response.text()}`);
  return response.json();
}
