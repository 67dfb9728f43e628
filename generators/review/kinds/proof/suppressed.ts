import type { Change, ChangeKind } from "../../change.ts";
import { changedFacts, factTexts } from "../../changed-facts.ts";
import type { Described, Facts } from "../../version.ts";

export const suppressed: ChangeKind = {
  id: "suppressed",
  group: "proof",
  says: "A check is suppressed beside rules, or no longer, or for another reason.",
  *find({ suppressed: { pairs, added, removed } }) {
    for (const { base, head } of pairs) yield* said(head, base.facts, head.facts);
    for (const one of added) yield* said(one, {}, one.facts);
    for (const one of removed) yield* said(one, one.facts, {});
  },
};

function said({ name, place }: Described, base: Facts, head: Facts): Change[] {
  const changed = changedFacts({ base, head });
  if (changed.length === 0) return [];
  const subject = { what: "definition", name, place } as const;
  return [{ subject, class: "proof", text: `suppressed: ${factTexts(changed)}` }];
}
