import type { LabelSet } from "../../generators/review/routed/routed.ts";
import { itemsAt } from "../../generators/targets/validation/untyped-data.ts";
import { pairLabel, post } from "../validate/runners/alertmanager.ts";

/** A set of labels, and the receivers of all its routes. */
export interface AskedSet {
  readonly labels: LabelSet;
  readonly receivers: readonly string[];
}

const alertsInARequest = 1000;

/** Gives an Alertmanager alerts with these labels, a portion at a time. */
export async function postAll(url: string, alerts: readonly LabelSet[]): Promise<void> {
  for (let from = 0; from < alerts.length; from += alertsInARequest)
    await post(url, alerts.slice(from, from + alertsInARequest));
}

/** The groups of all alerts of a question. */
export async function groupsOf(url: string, question: string): Promise<readonly unknown[]> {
  const filter = encodeURIComponent(`${pairLabel}=~"${question}.*"`);
  const response = await fetch(`${url}/api/v2/alerts/groups?filter=${filter}`);
  if (!response.ok) throw new Error(`it does not answer: ${await response.text()}`);
  return itemsAt(await response.json());
}

/** What is kept for an alert, by its name in the question, and one of its receivers. */
export function keyOf(receiver: string, name: string): string {
  return JSON.stringify([receiver, name]);
}

/** How long to wait until the next look, of which the first come soon. */
export const firstPollMs = 10;
const slowestPollMs = 200;

export function nextPollMs(pollMs: number): number {
  return Math.min(slowestPollMs, 2 * pollMs);
}
