import { listed } from "../../../text/listed.ts";
import type { ChangeKind } from "../../change.ts";
import { routingDecider } from "../../routed/decided-by.ts";
import { ofAlert } from "../../subjects.ts";

export const inhibited: ChangeKind = {
  id: "inhibited",
  group: "who",
  says: "Other alerts keep an alert from being sent while they fire.",
  *find(comparison) {
    const { alerts } = comparison;
    const renamed = new Map(alerts.pairs.map(({ base, head }) => [base.name, head.name]));
    for (const { base, head } of alerts.pairs) {
      const before = base.inhibitedBy.map((name) => name.replace(/^\S+/, (old) => renamed.get(old) ?? old));
      const gained = head.inhibitedBy.filter((name) => !before.includes(name));
      const lost = before.filter((name) => !head.inhibitedBy.includes(name));
      const texts = [
        ...(gained.length === 0 ? [] : [`not sent while ${listed(gained, "or")} fires`]),
        ...(lost.length === 0 ? [] : [`sent also while ${listed(lost, "or")} fires`]),
      ];
      if (texts.length === 0) continue;
      yield {
        subject: ofAlert(head),
        class: "held",
        text: texts.join("; "),
        ...routingDecider(comparison, head),
      };
    }
  },
};
