import type { ChangeKind } from "../../change.ts";
import { changedFacts, factTexts } from "../../changed-facts.ts";
import { isLink } from "../../link-annotation.ts";
import type { Pair } from "../../pairing.ts";
import { ofAlert } from "../../subjects.ts";
import type { ReviewedAlert } from "../../version.ts";

export const links: ChangeKind = {
  id: "links",
  group: "says",
  says: "A link of an alert leads elsewhere.",
  *find({ alerts }) {
    for (const pair of alerts.pairs) {
      const changed = changedFacts({ base: pair.base.annotations, head: pair.head.annotations });
      const links = changed.filter((fact) => isLink(fact) && !isOfName(fact, pair));
      if (links.length === 0) continue;
      yield { subject: ofAlert(pair.head), class: "told", text: factTexts(links) };
    }
  },
};

/** That the page of an alert has its name is said by its new name. */
function isOfName(
  { base, head }: { readonly base?: string | undefined; readonly head?: string | undefined },
  pair: Pair<ReviewedAlert>,
): boolean {
  return base?.replaceAll(pair.base.name, pair.head.name) === head;
}
