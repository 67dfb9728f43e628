import type { LabelMap } from "../expression-type.ts";
import { suggestion } from "../../text/suggestion.ts";
import { type Span, spanOf } from "../tree.ts";
import { type Inference, isVariable, report } from "./inference.ts";

/** A label that is named in `by (…)`, `on (…)` and the like. */
export interface NamedLabel {
  readonly name: string;
  readonly at: Span;
}

export function namedLabels(names: readonly string[] = [], spans: readonly Span[] = []): NamedLabel[] {
  return names.map((name, index) => ({ name, at: spanOf({ span: spans[index] }) }));
}

export function namesOf(grouping: readonly NamedLabel[]): string[] {
  return grouping.map(({ name }) => name);
}

/** Reports the labels that are not there; `where` says of what the list is: `sum by`. */
export function checkLabelsExist(
  inference: Inference,
  grouping: readonly NamedLabel[],
  labels: LabelMap | undefined,
  where: string,
): void {
  if (!labels) return;
  const there = labels.size > 0 ? `there is ${[...labels.keys()].join(", ")}` : "there are none left";
  for (const { name, at } of grouping) {
    if (labels.has(name) || isVariable(inference, name)) continue;
    report(
      inference,
      at,
      `${where}: there is no label '${name}'${suggestion(name, labels.keys())}; ${there}`,
    );
  }
}
