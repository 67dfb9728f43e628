import type { ChangeKind } from "../../change.ts";
import { ofAlert } from "../../subjects.ts";

export const severity: ChangeKind = {
  id: "severity",
  group: "who",
  says: "An alert counts as more or less urgent.",
  *find({ alerts }) {
    for (const { base, head } of alerts.pairs) {
      if (base.severity === head.severity) continue;
      const [from, to] = [base.severity ?? "none", head.severity ?? "none"];
      yield { subject: ofAlert(head), class: "severity", text: `severity ${from} → ${to}` };
    }
  },
};
