import { listed } from "../../../text/listed.ts";
import type { ChangeKind } from "../../change.ts";
import { effectOf } from "../../effect.ts";
import { ofAlert } from "../../subjects.ts";

export const restsOnChanged: ChangeKind = {
  id: "rests-on-changed",
  group: "rests",
  says: "What an alert reads means something else under its old name.",
  *find({ alerts }) {
    for (const pair of alerts.pairs) {
      if (pair.changedBelow.length === 0) continue;
      const text = `${listed(pair.changedBelow)} ${pair.changedBelow.length === 1 ? "means" : "mean"} something else`;
      yield { subject: ofAlert(pair.head), ...effectOf(pair, text) };
    }
  },
};
