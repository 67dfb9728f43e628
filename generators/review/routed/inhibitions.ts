import { groupBy } from "../../group-by.ts";
import { valuesOf } from "../../routing/alert-matcher.ts";
import type { AskedAlert, AskedInhibition, LabelSet } from "./routed.ts";

/** Of each of two alerts so many sets are tried with each other, or one where that would be too much. */
const setsTried = 3;
/** A second of an Alertmanager. */
const mostPairs = 4000;

/**
 * The pairs to ask about: each alert of the first list with each of the second, in both directions; with the values that inhibitions
 * compare, and that only the series know, being the same and being others. Of too many, those that are said to inhibit each other, and
 * some of all others.
 */
export function inhibitionsToAsk(
  own: readonly AskedAlert[],
  all: readonly AskedAlert[],
  compared: ReadonlySet<string>,
): AskedInhibition[] {
  const said = pairsSaid(new Set(own), all);
  const known = new Set(said.map(keyOf));
  const others = somePairs(own, all).filter((pair) => !known.has(keyOf(pair)));
  const pairs = [...said, ...others];
  const tried = pairs.length * setsTried ** 2 > mostPairs ? 1 : setsTried;
  return pairs.flatMap((pair) => variantsOf(pair, compared, tried)).slice(0, mostPairs);
}

interface TwoAlerts {
  readonly source: AskedAlert;
  readonly target: AskedAlert;
}

function keyOf({ source, target }: TwoAlerts): string {
  return JSON.stringify([source, target].map(({ alert: { name, place, labels } }) => [name, place, labels]));
}

function pairsSaid(own: ReadonlySet<AskedAlert>, all: readonly AskedAlert[]): TwoAlerts[] {
  const byModel = groupBy(all, ({ alert }) => alert.model);
  return all.flatMap((target) => {
    const models = new Set((target.alert.inhibitors ?? []).map(({ model }) => model));
    const sources = [...models].flatMap((model) => byModel.get(model) ?? []);
    return sources
      .filter((source) => source !== target && (own.has(source) || own.has(target)))
      .map((source) => ({ source, target }));
  });
}

/** All pairs, or so many of them, evenly spread, that none is left out because it comes last. */
function somePairs(own: readonly AskedAlert[], all: readonly AskedAlert[]): TwoAlerts[] {
  const count = own.length * all.length;
  const step = Math.max(1, Math.ceil((2 * count) / mostPairs));
  const isOwn = new Set(own);
  const pairs: TwoAlerts[] = [];
  for (let index = 0; index < count; index += step) {
    const row = Math.floor(index / all.length);
    // So that a step that fits into a row does not always meet the same ones.
    const [one, other] = [own[row], all[(index + row) % all.length]];
    if (one === undefined || other === undefined || one === other) continue;
    pairs.push({ source: other, target: one });
    // Where both are asked about, the other one has the reverse.
    if (!isOwn.has(other)) pairs.push({ source: one, target: other });
  }
  return pairs;
}

function variantsOf(
  { source, target }: TwoAlerts,
  compared: ReadonlySet<string>,
  tried: number,
): AskedInhibition[] {
  const unknown = [...compared].filter((label) =>
    [source, target].every(({ alert }) => {
      const value = alert.sent.get(label);
      return value !== undefined && valuesOf(value) === undefined;
    }),
  );
  return source.sets.slice(0, tried).flatMap((by) =>
    target.sets.slice(0, tried).flatMap((inhibited) => {
      const copied = Object.fromEntries(unknown.map((label) => [label, inhibited[label] ?? ""]));
      const others = Object.fromEntries(unknown.map((label) => [label, "yet another"]));
      const same: LabelSet = { ...by, ...copied };
      const asked = { source, target, labels: [same, inhibited], differing: [] } as const;
      if (unknown.length === 0) return [asked];
      return [asked, { ...asked, labels: [{ ...by, ...others }, inhibited] as const, differing: unknown }];
    }),
  );
}
