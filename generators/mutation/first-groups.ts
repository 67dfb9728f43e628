import type { OperatorName } from "./operators/index.ts";

/** What the groups of a rule's tests play, as their names say it, from what notices most mistakes to what notices the fewest. */
const usual: readonly string[] = ["fires, then resolves", "has its value", "silent at the limit"];

/** Where a mistake shows first, mostly: what else notices it costs more. */
const first: Partial<Readonly<Record<OperatorName, readonly string[]>>> = {};

/** The groups in the order in which a mutant of this kind meets them: it is noticed by the first one, mostly. */
export function likelyOrder<Group extends { readonly name: string }>(
  operator: OperatorName,
  groups: readonly Group[],
): Group[] {
  const words = [...(first[operator] ?? []), ...usual];
  const rank = ({ name }: Group) => {
    const found = words.findIndex((word) => name.includes(word));
    return found < 0 ? words.length : found;
  };
  return groups.toSorted((a, b) => rank(a) - rank(b));
}
