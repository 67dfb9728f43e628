import type { Place } from "../../language/place.ts";
import type { Node } from "../../promql/tree.ts";

/** A rule as somebody else wrote it, with the place where it stands. */
export interface InputRule {
  readonly kind: "alert" | "record";
  readonly name: string;
  /** The text, as it was read from YAML. */
  readonly expr: string;
  readonly node: Node;
  readonly labels: Texts;
  readonly annotations: Texts;
  /** As written; undefined: left out. */
  readonly for: string | undefined;
  readonly keepFiringFor: string | undefined;
  readonly group: string;
  /** As written; undefined: as often as Prometheus is configured. */
  readonly every: string | undefined;
  readonly place: Place;
  /** What stands above it in a comment. */
  readonly comment: string | undefined;
}

export type Texts = Readonly<Record<string, string>>;

/** Something that is wrong with the input, or that somebody should know of it. */
export interface Remark {
  readonly place: Place;
  readonly message: string;
  /** What to do about it; undefined: it follows from the message. */
  readonly fix?: string;
}

export interface InputRules {
  readonly rules: readonly InputRule[];
  /** What could not be read. */
  readonly remarks: readonly Remark[];
}
