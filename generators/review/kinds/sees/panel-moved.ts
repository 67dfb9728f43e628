import type { ChangeKind } from "../../change.ts";
import { movedPanels } from "../../moved-panels.ts";
import type { Pair } from "../../pairing.ts";
import { ofPanel } from "../../subjects.ts";
import type { ReviewedPanel } from "../../version.ts";

export const panelMoved: ChangeKind = {
  id: "panel-moved",
  group: "sees",
  says: "A panel stands elsewhere on its dashboard or on another one, or has another size or title.",
  *find({ panels }) {
    const moved = movedPanels(panels.pairs);
    for (const pair of panels.pairs) {
      const text = [...elsewhere(pair, moved.has(pair.head)), ...otherLook(pair)].join("; ");
      if (text !== "") yield { subject: ofPanel(pair.head), class: "moved", text };
    }
  },
};

function elsewhere({ base, head }: Pair<ReviewedPanel>, isMoved: boolean): string[] {
  if (base.dashboard !== head.dashboard) return [`was on ${base.dashboardTitle}`];
  if (base.row !== head.row) return [`in row "${head.row}", was in "${base.row}"`];
  return isMoved ? [head.order < base.order ? "stands further up" : "stands further down"] : [];
}

function otherLook({ base, head }: Pair<ReviewedPanel>): string[] {
  return [
    ...(base.name === head.name ? [] : [`was called "${base.name}"`]),
    ...(base.size === head.size ? [] : [`${head.size}, was ${base.size}`]),
  ];
}
