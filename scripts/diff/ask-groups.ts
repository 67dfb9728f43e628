import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { entriesAt, itemsAt, textAt } from "../../generators/targets/validation/untyped-data.ts";
import { pairLabel } from "../validate/runners/alertmanager.ts";
import { firstPollMs, groupsOf, keyOf, nextPollMs, postAll, type AskedSet } from "./asked-sets.ts";

// It takes milliseconds; a busy machine may take many times that.
const groupingTimeoutMs = 60_000;

/** For each receiver of each set, by which of its labels Alertmanager puts alerts together for one notification. */
export async function askGroups(
  url: string,
  asked: readonly AskedSet[],
): Promise<(readonly (readonly string[])[])[]> {
  const question = randomUUID();
  const named = asked.map(({ labels }, index) => ({ ...labels, [pairLabel]: `${question} ${index}` }));
  await postAll(url, named);
  const found = await untilGrouped(url, question, asked);
  return asked.map(({ labels, receivers }, index) =>
    receivers.map((receiver) => {
      const names = found.get(keyOf(receiver, `${question} ${index}`)) ?? [];
      return names.filter((name) => Object.hasOwn(labels, name) && !name.startsWith("signalbox_"));
    }),
  );
}

async function untilGrouped(url: string, question: string, asked: readonly AskedSet[]) {
  const wanted = new Set(
    asked.flatMap(({ receivers }, index) => receivers.map((one) => keyOf(one, `${question} ${index}`))),
  );
  const deadline = Date.now() + groupingTimeoutMs;
  for (let pollMs = firstPollMs; ; pollMs = nextPollMs(pollMs)) {
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
