import type { DifferenceKind } from "../../../generators/contract/difference.ts";
import { helpChanged } from "../../../generators/contract/kinds/help-changed.ts";
import { missingLabel } from "../../../generators/contract/kinds/missing-label.ts";
import { missingMetric } from "../../../generators/contract/kinds/missing-metric.ts";
import { otherBuckets } from "../../../generators/contract/kinds/other-buckets.ts";
import { otherQuantiles } from "../../../generators/contract/kinds/other-quantiles.ts";
import { retypedMetric } from "../../../generators/contract/kinds/retyped-metric.ts";
import { undeclaredLabel } from "../../../generators/contract/kinds/undeclared-label.ts";
import { undeclaredValue } from "../../../generators/contract/kinds/undeclared-value.ts";
import { unitChanged } from "../../../generators/contract/kinds/unit-changed.ts";
import type { Observed, Pair } from "../../../generators/contract/observed.ts";
import { isDeclared, listOf } from "../../../generators/contract/values.ts";
import type { ContractMetric } from "../../../generators/contract/contract.ts";
import { text } from "../../code/code.ts";

/** What a declaration is to say instead of what it does. */
export type Edit =
  | { readonly word: "counter" | "gauge" }
  | { readonly option: "help" | "unit" | "buckets" | "quantiles"; readonly code: string }
  | { readonly addLabel: string }
  | { readonly removeLabel: string }
  | { readonly valuesOf: string; readonly add: readonly string[] };

/** A change that somebody wants in one declaration, or why a person has to make it. */
export type Wish = { readonly metric: string; readonly definedAt: string; readonly what: string } & (
  { readonly edit: Edit } | { readonly byHand: string }
);

/** What the declaration of a metric must say to be as what is exposed; nothing of what nobody declared. */
export function wishesFor(pair: Pair): readonly Wish[] {
  const { declared, observed } = pair;
  if (!declared) return [];
  const { name: metric, definedAt } = declared;
  const wish = (what: string, then: { readonly edit: Edit } | { readonly byHand: string }): Wish => ({
    ...{ metric, definedAt, what },
    ...then,
  });
  if (finds(missingMetric, pair))
    return [
      wish("it is missing", { byHand: "delete it here, and what reads it: the build then names that" }),
    ];
  if (!observed) return [];
  return [
    ...typeWishes(declared, observed).map((then) => wish(`its type is ${observed.type}`, then)),
    ...optionEdits(pair, observed).map((edit) => wish(`its ${edit.option}`, { edit })),
    ...labelEdits(pair, declared, observed).map((edit) => wish("its labels", { edit })),
  ];
}

function finds(kind: DifferenceKind, pair: Pair): boolean {
  return [...kind.find(pair)].length > 0;
}

function typeWishes(
  declared: ContractMetric,
  observed: Observed,
): ({ readonly edit: Edit } | { readonly byHand: string })[] {
  const { type } = observed;
  if (!finds(retypedMetric, { declared, observed })) return [];
  const isPlain = declared.type === "counter" || declared.type === "gauge";
  if (isPlain && (type === "counter" || type === "gauge")) return [{ edit: { word: type } }];
  return [{ byHand: `declare it as a ${type}, which has other options` }];
}

function optionEdits(pair: Pair, { help, unit, bounds }: Observed) {
  const sentence = help.trim().replace(/(?<![.!?])$/, ".");
  const numbers = `[${bounds.join(", ")}]`;
  return [
    ...(finds(helpChanged, pair) ? [{ option: "help", code: text(sentence) } as const] : []),
    ...(finds(unitChanged, pair) ? [{ option: "unit", code: text(unit ?? "") } as const] : []),
    ...(finds(otherBuckets, pair) ? [{ option: "buckets", code: numbers } as const] : []),
    ...(finds(otherQuantiles, pair) ? [{ option: "quantiles", code: numbers } as const] : []),
  ];
}

function labelEdits(pair: Pair, { labels }: ContractMetric, { values, labelSets }: Observed): Edit[] {
  const added = finds(undeclaredLabel, pair)
    ? [...values.keys()].filter((label) => !Object.hasOwn(labels, label))
    : [];
  const others = finds(missingLabel, pair) || finds(undeclaredValue, pair) ? Object.entries(labels) : [];
  return [
    ...others.flatMap(([label, declared]): Edit[] => {
      const seen = values.get(label);
      if (seen === undefined && labelSets.length > 0 && finds(missingLabel, pair))
        return [{ removeLabel: label }];
      const isSometimes = !isDeclared(declared, "") && labelSets.some((set) => (set.get(label) ?? "") === "");
      const more = [...(seen ?? [])].filter((value) => value !== "" && !isDeclared(declared, value)).sort();
      const add = [...more, ...(isSometimes && listOf(declared) ? [""] : [])];
      return add.length > 0 ? [{ valuesOf: label, add }] : [];
    }),
    ...added.map((label): Edit => ({ addLabel: label })),
  ];
}
