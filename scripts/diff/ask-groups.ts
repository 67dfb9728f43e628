import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { entriesAt, itemsAt, textAt } from "../../generators/targets/validation/untyped-data.ts";
import type { LabelSet } from "../../generators/review/routed/routed.ts";
import { pairLabel, post } from "../validate/runners/alertmanager.ts";

/** A set of labels, and the receivers of all its routes. */
export interface GroupsAsked {
  readonly labels: LabelSet;
  readonly receivers: readonly string[];
}

const alertsInARequest = 1000;
// It takes milliseconds; a busy machine may take many times that.
const groupingTimeoutMs = 60_000;
const firstPollMs = 10;
const slowestPollMs = 200;

/** For each receiver of each set, by which of its labels Alertmanager puts alerts together for one notification. */
export async function askGroups(
  url: string,
  asked: readonly GroupsAsked[],
): Promise<(readonly (readonly string[])[])[]> {
  const question = randomUUID();
  const named = asked.map(({ labels }, index) => ({ ...labels, [pairLabel]: `${question} ${index}` }));
  for (let from = 0; from < named.length; from += alertsInARequest)
    await post(url, named.slice(from, from + alertsInARequest));
  const found = await untilGrouped(url, question, asked);
  return asked.map(({ labels, receivers }, index) =>
    receivers.map((receiver) => {
      const names = found.get(keyOf(receiver, `${question} ${index}`)) ?? [];
      return names.filter((name) => Object.hasOwn(labels, name) && !name.startsWith("signalbox_"));
    }),
  );
}

async function untilGrouped(url: string, question: string, asked: readonly GroupsAsked[]) {
  const wanted = new Set(
    asked.flatMap(({ receivers }, index) => receivers.map((one) => keyOf(one, `${question} ${index}`))),
  );
  const deadline = Date.now() + groupingTimeoutMs;
  for (let pollMs = firstPollMs; ; pollMs = Math.min(slowestPollMs, 2 * pollMs)) {
    const found = new Map<string, string[]>();
    for (const group of await groupsOf(url, question)) {
      const names = entriesAt(group, "labels").map(([name]) => name);
      for (const alert of itemsAt(group, "alerts")) {
        const receiver = textAt(group, "receiver", "name") ?? "";
        found.set(keyOf(receiver, textAt(alert, "labels", pairLabel) ?? ""), names);
      }
    }
    if ([...wanted].every((key) => found.has(key))) return found;
    if (Date.now() > deadline)
      throw new Error(`it has not put some alerts together after ${groupingTimeoutMs / 1000} s`);
    await wait(pollMs);
  }
}

/** The groups of all alerts of a question. */
export async function groupsOf(url: string, question: string): Promise<readonly unknown[]> {
  const filter = encodeURIComponent(`${pairLabel}=~"${question}.*"`);
  const response = await fetch(`${url}/api/v2/alerts/groups?filter=${filter}`);
  if (!response.ok) throw new Error(`it does not answer: ${await response.text()}`);
  return itemsAt(await response.json());
}

function keyOf(receiver: string, name: string): string {
  return JSON.stringify([receiver, name]);
}
