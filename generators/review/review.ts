import { groupBy } from "../group-by.ts";
import { itemOf, type Item, type Subject } from "./change.ts";
import { changeClasses, classNames, type ChangeClass } from "./change-class.ts";
import type { Comparison } from "./comparison.ts";
import { changeKinds } from "./kinds/index.ts";

/** All that is said of one subject. */
export interface Block {
  readonly subject: Subject;
  readonly items: readonly Item[];
}

/** What a change does to the people on call. */
export interface Review {
  /** What has consequences, the subjects that matter most first. */
  readonly blocks: readonly Block[];
  /** What has none. */
  readonly inconsequential: readonly Item[];
}

export function reviewOf(comparison: Comparison): Review {
  const items = changeKinds.flatMap((kind) =>
    [...kind.find(comparison)].map((change) => itemOf(kind, change)),
  );
  const [inconsequential, rest] = [items.filter(isWithout), items.filter((item) => !isWithout(item))];
  const bySubject = groupBy(rest, ({ subject: { what, name, place } }) =>
    JSON.stringify([what, name, place]),
  );
  const blocks = [...bySubject.values()].flatMap((own) =>
    own[0] ? { subject: own[0].subject, items: own } : [],
  );
  return { blocks: blocks.sort((a, b) => rankOf(a.items) - rankOf(b.items)), inconsequential };
}

/** All items, those with consequences first. */
export function itemsOf({ blocks, inconsequential }: Review): Item[] {
  return [...blocks.flatMap(({ items }) => items), ...inconsequential];
}

function isWithout(item: Item): boolean {
  return item.class === "none";
}

/** How much some items matter: as the one that matters most. */
export function rankOf(items: readonly Item[]): number {
  return Math.min(...items.map((item) => classNames.indexOf(item.class)));
}

/** The items of each class that there is, in the order of the classes. */
export function byClass(items: readonly Item[]): (readonly [ChangeClass, readonly Item[]])[] {
  const groups = groupBy(items, (item) => item.class);
  return classNames.flatMap((name) => {
    const own = groups.get(name);
    return own ? [[name, own] as const] : [];
  });
}

/** How many things are in a class: of several sentences about one of them it is one. */
export function subjectsIn(items: readonly Item[]): number {
  return new Set(items.map(({ subject }) => `${subject.what} ${subject.name}`)).size;
}

/** Why to look at a subject first; undefined: no need. */
export function whyFirst(items: readonly Item[]): string | undefined {
  const [first] = byClass(items);
  return first && changeClasses[first[0]].lookFirst;
}
