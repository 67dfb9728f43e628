import type { SyntaxNode } from "@lezer/common";
import type { LabelMap } from "../expression-type.ts";
import { type Inference, holdsVariable, report } from "./inference.ts";
import { childrenOf } from "../parse.ts";
import { labelName } from "./selector-text.ts";
import { suggestion } from "../suggestion.ts";

/** A label that is named in `by (…)`, `on (…)` and the like. */
export interface NamedLabel {
  readonly name: string;
  readonly at: SyntaxNode;
}

/** The labels of a list in parentheses. */
export function readGrouping(inference: Inference, list: SyntaxNode | undefined): NamedLabel[] {
  const nodes = list ? childrenOf(list) : [];
  const isLabel = ({ name }: SyntaxNode): boolean => name === "LabelName" || name === "QuotedLabelName";
  return nodes.filter(isLabel).map((at) => ({ at, name: labelName(inference, at) }));
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
    if (labels.has(name) || holdsVariable(inference, at)) continue;
    report(
      inference,
      at,
      `${where}: there is no label '${name}'${suggestion(name, labels.keys())}; ${there}`,
    );
  }
}
