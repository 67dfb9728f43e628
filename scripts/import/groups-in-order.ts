import { groupBy } from "../../generators/group-by.ts";
import { namesRead } from "./in-order.ts";
import type { WordedRule } from "./worded-rule.ts";

/** Recordings by their groups, each of which imports those before it; all in one where two groups read each other. */
export function groupsInOrder(rules: readonly WordedRule[]): readonly (readonly WordedRule[])[] {
  const groups = groupBy(rules, ({ rule }) => rule.group);
  const groupsOf = (name: string) =>
    rules.filter(({ rule }) => rule.name === name).map(({ rule }) => rule.group);
  const read = new Map(
    [...groups].map(([group, own]) => {
      const others = own.flatMap(({ rule }) => namesRead(rule.node)).flatMap(groupsOf);
      return [group, new Set(others.filter((other) => other !== group))] as const;
    }),
  );
  return hasCircle(read) ? [rules] : [...groups.values()];
}

function hasCircle(read: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const done = new Set<string>();
  const within = (group: string, above: readonly string[]): boolean => {
    if (above.includes(group)) return true;
    if (done.has(group)) return false;
    done.add(group);
    return [...(read.get(group) ?? [])].some((other) => within(other, [...above, group]));
  };
  return [...read.keys()].some((group) => within(group, []));
}
