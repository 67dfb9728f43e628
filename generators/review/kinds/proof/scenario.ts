import type { ChangeKind } from "../../change.ts";
import { groupBy } from "../../../group-by.ts";
import { changedFacts, factTexts, type ChangedFact } from "../../changed-facts.ts";
import { ofAlert, ofRecording } from "../../subjects.ts";

export const scenario: ChangeKind = {
  id: "scenario",
  group: "proof",
  says: "What the rule test of a rule plays is something else: the proof was moved with the rule.",
  *find({ alerts, recordings }) {
    for (const [pairs, subject] of [
      [alerts.pairs, ofAlert],
      [recordings.pairs, ofRecording],
    ] as const) {
      for (const { base, head } of pairs) {
        const changed = changedFacts({ base: base.scenario, head: head.scenario });
        if (changed.length === 0) continue;
        yield {
          subject: subject(head),
          class: "proof",
          text: `its rule test plays ${scenarioText(changed)}`,
        };
      }
    }
  },
};

/** What changed of one series is said together: `firing 40%, was 21% of the share of http_errors_total`. */
function scenarioText(changed: readonly ChangedFact[]): string {
  const parted = changed.map((fact) => {
    const [, situation, series] = /^(ok|limit|firing) of (.*)$/.exec(fact.name) ?? [];
    return { fact: { ...fact, name: situation ?? fact.name }, series };
  });
  return [...groupBy(parted, ({ series }) => series)]
    .map(([series, facts]) => {
      const text = factTexts(facts.map(({ fact }) => fact));
      return series === undefined ? text : `${text} of ${series}`;
    })
    .join("; ");
}
