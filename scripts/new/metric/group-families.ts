import type { Family } from "../../../generators/exposition/exposition.ts";

/** Families that are declared together. */
export interface FamilyGroup {
  /** What their names begin with, such as `pg_settings`; undefined for those that share nothing. */
  readonly prefix: string | undefined;
  readonly families: readonly Family[];
}

/** So many stand well in one group. */
const few = 40;
/** So few need no group of their own. */
const tooFew = 4;

/** Families by what their names begin with, so that no file is endless; one group where there are few. */
export function groupFamilies(families: readonly Family[]): readonly FamilyGroup[] {
  if (families.length <= few) return [{ prefix: undefined, families }];
  const groups = split(families, 2);
  const rest = groups.filter(({ families: own }) => own.length < tooFew).flatMap((group) => group.families);
  const own = groups.filter((group) => group.families.length >= tooFew);
  return [...(rest.length === 0 ? [] : [{ prefix: undefined, families: rest }]), ...own];
}

function split(families: readonly Family[], words: number): FamilyGroup[] {
  const groups = new Map<string, Family[]>();
  for (const family of families) {
    const prefix = family.name.split("_").slice(0, words).join("_");
    const others = groups.get(prefix);
    if (others) others.push(family);
    else groups.set(prefix, [family]);
  }
  return [...groups].flatMap(([prefix, own]) => {
    const parts = own.length > few && words < 4 ? split(own, words + 1) : [];
    // Splitting helps only where most of it stays together.
    const large = parts.filter((part) => part.families.length >= tooFew);
    const whole = { prefix, families: own };
    if (large.length < 2 || large.length * 4 < parts.length) return [whole];
    const small = parts.filter((part) => part.families.length < tooFew).flatMap((part) => part.families);
    return [...large, ...(small.length === 0 ? [] : [{ prefix, families: small }])];
  });
}
