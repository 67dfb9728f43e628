import type { ChangeKind } from "../../change.ts";
import { expressionChange } from "../../expression-change.ts";
import { bothForms, partTexts } from "../../part-text.ts";
import type { Pair } from "../../pairing.ts";
import { isRebuilt } from "../../rebuilt.ts";
import { ofPanel } from "../../subjects.ts";
import type { ReviewedExpression, ReviewedPanel } from "../../version.ts";

export const panelQueries: ChangeKind = {
  id: "panel-queries",
  group: "sees",
  says: "A panel asks something else.",
  *find({ panels }) {
    for (const pair of panels.pairs) {
      const changed = changedQueries(pair);
      const [before, after] = [pair.base.queries.length, pair.head.queries.length];
      const texts = [
        ...(before === after ? [] : [`${after} ${after === 1 ? "query" : "queries"}, was ${before}`]),
        ...new Set(changed.map(({ text }) => text)),
      ];
      if (texts.length === 0) continue;
      const shown = changed.flatMap((one) => one.shown);
      yield { subject: ofPanel(pair.head), class: "seen", text: texts.join("; "), shown };
    }
  },
};

function changedQueries({ base, head }: Pair<ReviewedPanel>) {
  return head.queries.flatMap((query, index) => {
    const before = base.queries[index];
    return before ? changedQuery({ base: before, head: query }) : [];
  });
}

function changedQuery(pair: Pair<ReviewedExpression>) {
  const parts = expressionChange(pair);
  if (parts.length === 0) return [];
  if (isRebuilt({ parts })) return [{ text: "asks something else", shown: bothForms(pair, parts) }];
  return [{ text: partTexts(parts), shown: [] }];
}
