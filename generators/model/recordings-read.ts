import { acceptedBy } from "../promql/label-value.ts";
import type { LabelMatcher } from "../promql/tree.ts";
import { hasVariable } from "../promql/variable.ts";
import { recordingsNamed } from "./lookups.ts";
import type { Model } from "./model.ts";
import type { RecordingModel } from "./rule-model.ts";

/** A selector, as far as it decides which recordings it takes. */
export interface ReadingSelector {
  readonly metric?: string | undefined;
  readonly matchers: readonly LabelMatcher[];
}

/** The recordings of which a selector may take series: those of its name whose own labels it lets through. */
export function recordingsRead(
  model: Pick<Model, "recordings">,
  selector: ReadingSelector,
): readonly RecordingModel[] {
  if (selector.metric === undefined) return [];
  return recordingsNamed(model, selector.metric).filter(({ labels }) => letsThrough(selector, labels));
}

/** Whether a selector may take series with these labels, which may have others too. */
export function letsThrough(
  { matchers }: Pick<ReadingSelector, "matchers">,
  labels: Readonly<Record<string, string>>,
): boolean {
  return matchers.every((matcher) => {
    const own = labels[matcher.name];
    // A variable of a dashboard may be anything.
    return own === undefined || hasVariable(matcher.value) || acceptedBy(matcher)(own);
  });
}
