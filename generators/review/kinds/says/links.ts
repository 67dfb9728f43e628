import type { ChangeKind } from "../../change.ts";
import { changedFacts, factTexts } from "../../changed-facts.ts";
import { following } from "../../following-text.ts";
import { isLink } from "../../link-annotation.ts";
import { ofAlert } from "../../subjects.ts";

export const links: ChangeKind = {
  id: "links",
  group: "says",
  says: "A link of an alert leads elsewhere.",
  *find(comparison) {
    const follows = following(comparison);
    for (const pair of comparison.alerts.pairs) {
      const changed = changedFacts({ base: pair.base.annotations, head: pair.head.annotations });
      const links = changed.filter((fact) => isLink(fact) && !follows(fact, pair));
      if (links.length === 0) continue;
      yield { subject: ofAlert(pair.head), class: "told", text: factTexts(links) };
    }
  },
};
