import type { Model } from "../model/model.ts";
import { proofOf } from "./proof-of-alert.ts";
import { proofOfRecording } from "./proof-of-recording.ts";
import type { Proof } from "./proof.ts";

/** The proofs of all rules: of the recordings, then of the alerts. */
export function proofsOf(model: Model): Proof[] {
  return [
    ...model.recordings.map((recording) => proofOfRecording(recording, model)),
    ...model.alerts.map((alert) => proofOf(alert, model)),
  ];
}
