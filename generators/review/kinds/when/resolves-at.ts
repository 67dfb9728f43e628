import type { ChangeKind } from "../../change.ts";
import { ofAlert } from "../../subjects.ts";
import type { ReviewedAlert } from "../../version.ts";

export const resolvesAt: ChangeKind = {
  id: "resolves-at",
  group: "when",
  says: "An alert that fires goes on until its value is back at another number.",
  *find({ alerts }) {
    for (const { base, head } of alerts.pairs) {
      const [before, after] = [base.resolvesAt, head.resolvesAt];
      if (before?.text === after?.text) continue;
      const [was, is] = [endOf(before), endOf(after)];
      yield {
        subject: ofAlert(head),
        class: isLonger(before, after) ? "longer" : "shorter",
        text: `ends ${is}, was ${was}`,
      };
    }
  },
};

function endOf(resolvesAt: ReviewedAlert["resolvesAt"]): string {
  return resolvesAt === undefined ? "at its threshold" : `when its value is back at ${resolvesAt.text}`;
}

/** Whether its value must come further back. */
function isLonger(before: ReviewedAlert["resolvesAt"], after: ReviewedAlert["resolvesAt"]): boolean {
  if (before === undefined || after === undefined) return before === undefined;
  return after.beyond > before.beyond;
}
