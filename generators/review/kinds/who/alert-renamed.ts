import { listed } from "../../../text/listed.ts";
import type { ChangeKind } from "../../change.ts";
import { stillNaming } from "../../still-naming.ts";
import { ofAlert } from "../../subjects.ts";

export const alertRenamed: ChangeKind = {
  id: "alert-renamed",
  group: "who",
  says: "An alert has another name: what is open resolves and fires anew, and what hangs on the old name.",
  *find({ alerts, head }) {
    for (const pair of alerts.pairs) {
      const old = pair.base.name;
      if (old === pair.head.name) continue;
      const naming = stillNaming(old, head);
      const left =
        naming.length === 0 ? "" : `; ${listed(naming)} still ${naming.length === 1 ? "says" : "say"} ${old}`;
      yield {
        subject: ofAlert(pair.head),
        class: "renamed",
        text: `was ${old}: open alerts resolve and fire anew, and silences of ${old} no longer hold${left}`,
      };
    }
  },
};
