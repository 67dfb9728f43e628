import type { ChangeKind } from "../../change.ts";
import { changedFacts } from "../../changed-facts.ts";
import { isLink } from "../../link-annotation.ts";
import { ofAlert } from "../../subjects.ts";

export const wording: ChangeKind = {
  id: "wording",
  group: "says",
  says: "A text of an alert is worded otherwise.",
  *find({ alerts }) {
    for (const { base, head } of alerts.pairs) {
      const changed = changedFacts({ base: base.annotations, head: head.annotations });
      if (!changed.some((fact) => !isLink(fact))) continue;
      yield { subject: ofAlert(head), class: "none", text: "text reworded" };
    }
  },
};
