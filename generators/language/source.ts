import type { LabelSpecs } from "./label.ts";

/** A scrape job, as metrics see it: where their series come from. */
export interface Source<C extends LabelSpecs = LabelSpecs> {
  readonly job: string;
  /** The labels that every series of this job carries, `job` among them. */
  readonly seriesLabels: C;
}

/** Whether `value` is a scrape job, and not a plain list of labels. */
export function isSource(value: LabelSpecs | Source): value is Source {
  const { seriesLabels } = value;
  return (
    typeof seriesLabels === "object" && !Array.isArray(seriesLabels) && !(seriesLabels instanceof RegExp)
  );
}
