import type { ChangeKind } from "../../change.ts";
import { contentOf } from "../../paired-rules.ts";
import type { Pair } from "../../pairing.ts";
import { ofAlert, ofRecording } from "../../subjects.ts";
import type { ReviewedExpression } from "../../version.ts";

export const spelling: ChangeKind = {
  id: "spelling",
  group: "when",
  says: "An expression is written otherwise, and is the same.",
  *find({ alerts, recordings }) {
    const said = {
      class: "none",
      text: "expression in another spelling",
      decider: "canonical form",
    } as const;
    for (const pair of alerts.pairs) if (isRespelt(pair)) yield { subject: ofAlert(pair.head), ...said };
    for (const pair of recordings.pairs)
      if (isRespelt(pair)) yield { subject: ofRecording(pair.head), ...said };
  },
};

function isRespelt({ base, head }: Pair<ReviewedExpression>): boolean {
  return base.expr !== head.expr && contentOf(base) === contentOf(head);
}
