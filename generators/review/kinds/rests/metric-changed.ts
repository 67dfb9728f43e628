import type { ChangeKind } from "../../change.ts";
import { changedFacts, factTexts } from "../../changed-facts.ts";
import { restingOn } from "../../resting-on.ts";

export const metricChanged: ChangeKind = {
  id: "metric-changed",
  group: "rests",
  says: "A metric has another type, unit, label or bucket, and what rests on it.",
  *find(comparison) {
    for (const { base, head } of comparison.metrics.pairs) {
      const changed = changedFacts({ base: base.facts, head: head.facts });
      if (changed.length === 0) continue;
      const resting = restingOn(head.name.replace(/ of job .*$/, ""), comparison);
      yield {
        subject: { what: "metric", name: head.name, place: head.place },
        class: "rests",
        text: `${factTexts(changed)}${resting === undefined ? "" : `; on it rest ${resting}`}`,
      };
    }
  },
};
