import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { copyLabel } from "../../generators/review/routed/asked-config.ts";
import type { AskedSide } from "../../generators/review/routed/routed.ts";
import { weeksOf } from "../../generators/review/routed/weeks.ts";
import { itemsAt, textAt } from "../../generators/targets/validation/untyped-data.ts";
import { pairLabel } from "../validate/runners/alertmanager.ts";
import { firstPollMs, groupsOf, keyOf, nextPollMs, postAll, type AskedSet } from "./asked-sets.ts";
import type { Listener } from "./listener.ts";

/** Three seconds of an Alertmanager, and of who listens to it. */
const mostNotifications = 3000;
// What it sends at once takes milliseconds; a busy machine may take many times that.
const sendingTimeoutMs = 60_000;

/** For each set and each week, which receivers were notified; of so many sets as can be played. */
export async function askWeeks(
  url: string,
  asked: readonly AskedSet[],
  side: Pick<AskedSide, "intervals">,
  { hasHeard }: Pick<Listener, "hasHeard">,
): Promise<(readonly (readonly string[])[])[]> {
  const weeks = weeksOf(side);
  const each = Math.max(1, weeks.length) * Math.max(1, ...asked.map(({ receivers }) => receivers.length));
  const played = weeks.length === 0 ? [] : asked.slice(0, Math.floor(mostNotifications / each));
  const question = randomUUID();
  const sent = played.flatMap(({ labels, receivers }, index) =>
    weeks.map((_, week) => {
      const name = `${question} ${index} ${week}`;
      return { name, receivers, labels: { ...labels, [copyLabel]: String(week), [pairLabel]: name } };
    }),
  );
  await postAll(
    url,
    sent.map(({ labels }) => labels),
  );
  await untilSent(url, question, sent, hasHeard);
  return played.map(({ receivers }, index) =>
    weeks.map((_, week) =>
      receivers.filter((receiver) => hasHeard(receiver, `${question} ${index} ${week}`)),
    ),
  );
}

/** Each receiver of each alert has been notified, or is mute. */
async function untilSent(
  url: string,
  question: string,
  sent: readonly { readonly name: string; readonly receivers: readonly string[] }[],
  hasHeard: Listener["hasHeard"],
): Promise<void> {
  const deadline = Date.now() + sendingTimeoutMs;
  let pollMs = firstPollMs;
  let missing = sent.flatMap(({ name, receivers }) =>
    receivers.map((receiver) => ({ name, receiver, receivers })),
  );
  while (missing.length > 0) {
    if (Date.now() > deadline)
      throw new Error(`it has not notified anybody of some alerts after ${sendingTimeoutMs / 1000} s`);
    await wait(pollMs);
    pollMs = nextPollMs(pollMs);
    const muted = await mutedIn(url, question);
    missing = missing.filter(({ name, receiver, receivers }) => {
      // Several routes may have one receiver: it is mute when all are.
      const routes = receivers.filter((one) => one === receiver).length;
      return !hasHeard(receiver, name) && (muted.get(keyOf(receiver, name)) ?? 0) < routes;
    });
  }
}

/** How many groups of a receiver, for an alert, have come to a time at which they are mute. */
async function mutedIn(url: string, question: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const group of await groupsOf(url, question)) {
    const receiver = textAt(group, "receiver", "name") ?? "";
    for (const alert of itemsAt(group, "alerts")) {
      if (itemsAt(alert, "status", "mutedBy").length === 0) continue;
      const key = keyOf(receiver, textAt(alert, "labels", pairLabel) ?? "");
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}
