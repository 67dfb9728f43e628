import type { ChangeKind } from "../../change.ts";
import { notifiedText } from "../../notified-text.ts";
import { routingDecider } from "../../routed/decided-by.ts";
import { ofAlert } from "../../subjects.ts";

export const alertRemoved: ChangeKind = {
  id: "alert-removed",
  group: "who",
  says: "An alert is gone, and who is no longer notified of it.",
  *find(comparison) {
    for (const alert of comparison.alerts.removed) {
      const who = alert.notified ? `: no longer notifies ${notifiedText(alert.notified)}` : "";
      const how = alert.notified ? routingDecider(comparison, alert, "Alertmanager") : {};
      yield { subject: ofAlert(alert), class: "removed", text: `removed${who}`, ...how };
    }
  },
};
