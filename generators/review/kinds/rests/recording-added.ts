import type { ChangeKind } from "../../change.ts";
import { ofRecording } from "../../subjects.ts";

export const recordingAdded: ChangeKind = {
  id: "recording-added",
  group: "rests",
  says: "A recording is new: by itself that has no consequence.",
  *find({ recordings }) {
    for (const recording of recordings.added) {
      yield { subject: ofRecording(recording), class: "none", text: "new recording" };
    }
  },
};
