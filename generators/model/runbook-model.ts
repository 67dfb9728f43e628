import type { Place } from "../language/place.ts";
import type { Analysis } from "../promql/analysis.ts";
import type { Definition } from "../definition.ts";

/** A query of a runbook, as Prometheus takes it. */
export interface QuestionModel {
  readonly asks: string;
  readonly means: string;
  /** On one line. */
  readonly expr: string;
  readonly analysis: Analysis;
  readonly place: Place;
}

export interface RunbookModel extends Definition {
  readonly service: string;
  readonly title: string;
  /** The title as a file's name: `pool-exhausted-at-normal-load`. */
  readonly slug: string;
  readonly pattern: string;
  readonly questions: readonly QuestionModel[];
  readonly causes: readonly string[];
  readonly actions: readonly string[];
  /** Names of its alerts, in its author's order. */
  readonly alerts: readonly string[];
  /** Where alerts stand that it lists, and that no service exports. */
  readonly unexported: readonly Place[];
}
