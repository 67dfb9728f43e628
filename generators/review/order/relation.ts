/**
 * What is known of two expressions at any moment, the first of which has only series that the second has too: nothing is said where
 * that is not sure. Labels count without the metric's name, as an alert counts them.
 */
export interface Relation {
  readonly presence: Presence;
  readonly values: Values;
  /** The rules that it follows from, each once. */
  readonly by: readonly string[];
}

/**
 * Which series of the second the first has: all of them, those whose labels a selection lets through, or some of them. Two
 * selections are the same when their texts are.
 */
export type Presence = "all" | Selected | "some";

export interface Selected {
  readonly selected: string;
  /** The labels that decide: whatever else a series has does not count. */
  readonly labels: readonly string[];
}

/**
 * How the first's value is at each of its series, beside the second's: where it is NaN nothing is said, for NaN meets no condition.
 */
export type Values = "same" | "at most" | "at least" | "any";

/** What there is to know of an expression and itself. */
export const same: Relation = { presence: "all", values: "same", by: [] };

/** Of a value that follows from two others, each of which is the same or moved in one direction. */
export function bothValues(one: Values, other: Values): Values {
  if (one === "same") return other;
  if (other === "same" || one === other) return one;
  return "any";
}

/** Of a value that falls when the other one rises. */
export function turned(values: Values): Values {
  if (values === "at most") return "at least";
  return values === "at least" ? "at most" : values;
}

export function isSelected(presence: Presence): presence is Selected {
  return typeof presence === "object";
}

export function isSamePresence(one: Presence, other: Presence): boolean {
  if (isSelected(one) && isSelected(other)) return one.selected === other.selected;
  return one === other;
}

/** The relation with less said of the series, such as behind a condition. */
export function someOf({ values, by }: Relation): Relation {
  return { presence: "some", values, by };
}

/** How much is said: more is better. */
export function strength({ presence, values }: Relation): number {
  const ofPresence = presence === "all" ? 2 : isSelected(presence) ? 1 : 0;
  const ofValues = values === "same" ? 2 : values === "any" ? 0 : 1;
  return ofValues * 3 + ofPresence;
}
