import type { ChangeKind } from "../../change.ts";
import { changedFacts } from "../../changed-facts.ts";
import { following } from "../../following-text.ts";
import { isLink } from "../../link-annotation.ts";
import { ofAlert } from "../../subjects.ts";

export const wording: ChangeKind = {
  id: "wording",
  group: "says",
  says: "A text of an alert is worded otherwise.",
  *find(comparison) {
    const follows = following(comparison);
    for (const pair of comparison.alerts.pairs) {
      const { base, head } = pair;
      const changed = changedFacts({ base: base.annotations, head: head.annotations });
      const isReworded = changed.some((fact) => !isLink(fact) && !follows(fact, pair));
      if (isReworded) yield { subject: ofAlert(head), class: "none", text: "text reworded" };
    }
  },
};
