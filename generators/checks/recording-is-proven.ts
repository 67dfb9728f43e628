import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import { proofOfRecording } from "../proof/proof-of-recording.ts";

/** Every recording has an example of its value: promtool then proves that it has it. */
export const recordingIsProven: Check = {
  id: "recording-is-proven",
  *find(model: Model): Iterable<Finding> {
    for (const recording of model.recordings) {
      for (const { message, mend, place = recording.place } of proofOfRecording(recording, model)
        .complaints) {
        yield { definition: recording, place, message: `recording "${recording.name}" ${message}`, mend };
      }
    }
  },
};
