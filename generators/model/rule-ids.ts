import { groupBy } from "../group-by.ts";
import { compareText } from "../text/order.ts";

type Labels = Readonly<Record<string, string>>;

/** A rule, as far as others may be told apart from it. */
export interface LabelledRule {
  readonly name: string;
  /** Those that the rule adds. */
  readonly labels: Labels;
}

/** Those that are no templates, whose values nobody knows before an alert fires. */
export function fixedLabels(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([, value]) => !value.includes("{{")));
}

/** Whether no series is of both: for some label, each has another value. */
export function excludeEachOther(a: Labels, b: Labels): boolean {
  return Object.entries(a).some(([label, value]) => b[label] !== undefined && b[label] !== value);
}

/**
 * What each rule is called where it must be told apart from all others: its name; where others have the name too, with the values of
 * the labels in which they differ, `HighLoad.critical`.
 */
export function ruleIds<R extends LabelledRule>(rules: readonly R[]): ReadonlyMap<R, string> {
  const ids = [...groupBy(rules, ({ name }) => name).values()].flatMap((named) => {
    const telling = labelsThatDiffer(named);
    return named.map((rule) => {
      const values = telling.flatMap((label) => rule.labels[label] ?? []);
      return [rule, [rule.name, ...values].join(".")] as const;
    });
  });
  return new Map(ids);
}

/** The same rules, each with its id. */
export function withIds<R extends LabelledRule>(rules: readonly R[]): (R & { readonly id: string })[] {
  const ids = ruleIds(rules);
  return rules.map((rule) => ({ ...rule, id: ids.get(rule) ?? rule.name }));
}

/** The labels in which some of these rules differ, in the order of their names. */
export function labelsThatDiffer(rules: readonly Pick<LabelledRule, "labels">[]): string[] {
  const names = new Set(rules.flatMap(({ labels }) => Object.keys(labels)));
  return [...names]
    .filter((label) => new Set(rules.map(({ labels }) => labels[label])).size > 1)
    .sort(compareText);
}
