import type { Given } from "../language/given.ts";
import { acceptedBy, alternatives } from "../promql/label-value.ts";
import { differencesIn } from "../promql/difference.ts";
import type { Node, SelectorNode } from "../promql/tree.ts";
import { catalogueFacts } from "./order/catalogue-facts.ts";
import type { BothSides, Side } from "./played.ts";
import { stageOf, type AlertVersion, type Stage } from "./stage.ts";

/** A scenario with series that only one version looks at, because its matchers are others. */
export interface Apart {
  /** What these series have: `result="sent"`. */
  readonly having: string;
  readonly stage: Stage;
}

/** For each version that looks at series of its own one scenario with such series, where one can be made of what both play. */
export function apartOf(versions: BothSides<AlertVersion>): Apart[] {
  const { base, head } = versions;
  const selectors = differencesIn(base.alert.node, head.alert.node).flatMap((one) =>
    one.base.kind === "selector" && one.head.kind === "selector" && one.base.metric === one.head.metric
      ? [{ base: one.base, head: one.head }]
      : [],
  );
  return (["base", "head"] as const).flatMap((side) => firstApart(side, selectors, versions) ?? []);
}

function firstApart(
  side: Side,
  selectors: readonly BothSides<SelectorNode>[],
  versions: BothSides<AlertVersion>,
): Apart | undefined {
  for (const pair of selectors) {
    for (const seen of seenOnlyBy(side, pair, versions)) {
      for (const scenario of madeOf(versions, pair, seen)) {
        const stage = stageOf(versions, { of: side, index: 0, scenario });
        if (stage.complaint === undefined) return { having: `${seen.label}="${seen.value}"`, stage };
      }
    }
  }
  return undefined;
}

/** A value of a label that one of two selectors lets through and the other does not. */
interface Seen {
  readonly label: string;
  readonly value: string;
}

function seenOnlyBy(
  side: Side,
  selectors: BothSides<SelectorNode>,
  versions: BothSides<AlertVersion>,
): Seen[] {
  const other = side === "base" ? "head" : "base";
  const labels = new Set([...selectors.base.matchers, ...selectors.head.matchers].map(({ name }) => name));
  return [...labels].flatMap((label) =>
    valuesOf(label, selectors, versions)
      .map((value): Seen => ({ label, value }))
      .filter((seen) => lets(selectors[side], seen) && !lets(selectors[other], seen)),
  );
}

function lets({ matchers }: SelectorNode, { label, value }: Seen): boolean {
  return matchers.every((matcher) => matcher.name !== label || acceptedBy(matcher)(value));
}

/** The values that the label may have, as far as they are known. */
function valuesOf(
  label: string,
  selectors: BothSides<SelectorNode>,
  { base, head }: BothSides<AlertVersion>,
) {
  const matchers = [...selectors.base.matchers, ...selectors.head.matchers];
  const any = { ...selectors.head, matchers: selectors.head.matchers.filter(({ name }) => name !== label) };
  const known = catalogueFacts([base.model.catalogue, head.model.catalogue]).valuesOf(any, label);
  // A value that is named, and that no series can have, shows nothing.
  const named = matchers
    .filter(({ name }) => name === label)
    .flatMap(({ op, value }) => (op === "=" || op === "!=" ? [value] : (alternatives(value) ?? [])));
  return [...new Set(known ?? named)].filter((value) => value !== "");
}

/** The scenarios of both versions in which series that both look at are such series instead. */
function madeOf(versions: BothSides<AlertVersion>, selectors: BothSides<SelectorNode>, seen: Seen) {
  const renamed = (node: Node): Node => {
    if (node.kind !== "selector" || node.metric !== selectors.head.metric) return node;
    const own = node.matchers.find(({ name, op }) => name === seen.label && op === "=");
    const isBoth = [selectors.base, selectors.head].every((one) =>
      lets(one, { label: seen.label, value: own?.value ?? "" }),
    );
    if (!isBoth) return node;
    const others = node.matchers.filter((one) => one !== own);
    return { ...node, matchers: [...others, { name: seen.label, op: "=", value: seen.value }] };
  };
  return [...versions.head.alert.scenarios, ...versions.base.alert.scenarios].flatMap((scenario) => {
    const given = scenario.given.map((one) => withSeries(one, renamed));
    const isOther = given.some((one, index) => one !== scenario.given[index]);
    return isOther ? [{ ...scenario, given }] : [];
  });
}

/** The same where nothing becomes another series. */
function withSeries(given: Given, change: (series: Node) => Node): Given {
  switch (given.kind) {
    case "share": {
      const [part, rest] = [change(given.part), change(given.rest)];
      return part === given.part && rest === given.rest ? given : { ...given, part, rest };
    }
    case "quantile": {
      const buckets = change(given.buckets);
      return buckets === given.buckets ? given : { ...given, buckets };
    }
    default: {
      const series = change(given.series);
      return series === given.series ? given : { ...given, series };
    }
  }
}
