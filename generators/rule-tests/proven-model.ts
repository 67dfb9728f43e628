import type { Model } from "../model/model.ts";
import type { Proof } from "./proof.ts";
import { proofsOf } from "./proofs.ts";

/** A model with the proofs of its rules, which checks and outputs both need and which take the longest to make. */
export interface ProvenModel extends Model {
  /** Of the recordings, then of the alerts. */
  readonly proofs: readonly Proof[];
}

/** The model with its proofs: made once, for all who read them. */
export function provenModel(model: Model): ProvenModel {
  return { ...model, proofs: proofsOf(model) };
}
