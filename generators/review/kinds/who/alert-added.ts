import type { ChangeKind } from "../../change.ts";
import { notifiedText } from "../../notified-text.ts";
import { routingDecider } from "../../routed/decided-by.ts";
import { ofAlert } from "../../subjects.ts";

export const alertAdded: ChangeKind = {
  id: "alert-added",
  group: "who",
  says: "An alert is new, and who is notified of it.",
  *find(comparison) {
    for (const alert of comparison.alerts.added) {
      const who = alert.notified ? `: notifies ${notifiedText(alert.notified)}` : "";
      const severity = alert.severity === undefined ? "" : `, ${alert.severity}`;
      const how = alert.notified ? routingDecider(comparison, alert, "Alertmanager") : {};
      yield { subject: ofAlert(alert), class: "added", text: `new${severity}${who}`, ...how };
    }
  },
};
