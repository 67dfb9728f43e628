import { valuesOf } from "../../routing/alert-matcher.ts";
import type { ReviewedAlert, ReviewedRouting } from "../version.ts";
import type { LabelSet } from "./routed.ts";
import { otherValue } from "./told-apart.ts";

/** So many sets are enough to find a route that takes what another should, and an Alertmanager looks at them in no time. */
const mostSets = 64;

/**
 * All labels that Alertmanager may see on an alert. Labels that no route and no inhibition looks at have one value.
 *
 * @param apart a value for each answer that can be had, by label
 */
export function labelSetsOf(
  { sent }: Pick<ReviewedAlert, "sent">,
  { knowsAllLabels }: Pick<ReviewedRouting, "knowsAllLabels">,
  apart: ReadonlyMap<string, readonly string[]>,
): LabelSet[] {
  const known = [...sent].map(([label, value]): [string, readonly string[]] => {
    const values = valuesOf(value);
    const tellsApart = apart.get(label);
    return [label, tellsApart ? (values ?? tellsApart) : [values?.find((one) => one !== "") ?? otherValue]];
  });
  // Of a rule in a plain file nobody says which labels its series have.
  const others = [...apart].filter(([label]) => !knowsAllLabels && !sent.has(label));
  const all = [...known, ...others.map(([label, values]) => [label, ["", ...values]] as const)];
  return combined(all).map((set) =>
    Object.fromEntries(Object.entries(set).filter(([, value]) => value !== "")),
  );
}

/** Each value with each other, or, where these are too many, each value beside the first of all other labels. */
function combined(all: readonly (readonly [string, readonly string[]])[]): LabelSet[] {
  const count = all.reduce((product, [, values]) => product * Math.max(1, values.length), 1);
  if (count <= mostSets)
    return all.reduce<LabelSet[]>(
      (sets, [label, values]) =>
        values.length === 0
          ? sets
          : sets.flatMap((set) => values.map((value) => ({ ...set, [label]: value }))),
      [{}],
    );
  const first: LabelSet = Object.fromEntries(all.map(([label, values]) => [label, values[0] ?? ""]));
  const varied = all.flatMap(([label, values]) =>
    values.slice(1).map((value) => ({ ...first, [label]: value })),
  );
  return [first, ...varied].slice(0, mostSets);
}
