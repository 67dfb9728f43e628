import { changedFacts, factTexts } from "../../changed-facts.ts";
import type { ChangeKind } from "../../change.ts";
import { sameReceivers } from "../../same-receivers.ts";
import { ofAlert } from "../../subjects.ts";

export const hours: ChangeKind = {
  id: "hours",
  group: "who",
  says: "A time interval is another one, within or outside of which an alert is sent.",
  *find({ alerts, base: before, head: after }) {
    const texts = new Map(
      after.hours.flatMap(({ name, facts }) => {
        const old = before.hours.find((interval) => interval.name === name);
        const changed = old ? changedFacts({ base: old.facts, head: facts }) : [];
        return changed.length === 0 ? [] : [[name, factTexts(changed)]];
      }),
    );
    for (const pair of alerts.pairs) {
      for (const { base, head } of sameReceivers(pair)) {
        // Where it is sent at hours of another name, that is said already.
        if (base.open !== head.open) continue;
        for (const name of [...head.activeIn, ...head.mutedIn]) {
          const changed = texts.get(name);
          if (changed === undefined) continue;
          const text = `${head.receiver}: ${name} is other times of the week: ${changed}`;
          yield { subject: ofAlert(pair.head), class: "woken", text };
        }
      }
    }
  },
};
