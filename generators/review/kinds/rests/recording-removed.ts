import type { ChangeKind } from "../../change.ts";
import { ofRecording } from "../../subjects.ts";

export const recordingRemoved: ChangeKind = {
  id: "recording-removed",
  group: "rests",
  says: "A recording is gone, or has another name.",
  *find({ recordings }) {
    for (const recording of recordings.removed) {
      yield { subject: ofRecording(recording), class: "rests", text: "removed: graphs of it end" };
    }
    for (const { base, head } of recordings.pairs) {
      if (base.name === head.name) continue;
      const text = `was ${base.name}: graphs of that end, and those of the new name begin`;
      yield { subject: ofRecording(head), class: "rests", text };
    }
  },
};
