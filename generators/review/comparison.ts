import type { PlayedPair } from "./played.ts";
import { groupBy } from "../group-by.ts";
import { paired, type Pair, type Paired } from "./pairing.ts";
import { changedFacts, type ChangedFact } from "./changed-facts.ts";
import { contentOf, pairedAlerts, pairedRecordings } from "./paired-rules.ts";
import { canonical } from "../promql/canonical.ts";
import { expressionChange, type PartChange } from "./expression-change.ts";
import { catalogueFacts } from "./order/catalogue-facts.ts";
import { type KnownSigns, noSigns } from "./order/known-signs.ts";
import { orderByNames } from "./order/order-by-names.ts";
import { orderOf, type Ordered } from "./order/order.ts";
import type { Tried } from "./trials/tried.ts";
import type { Described, ReviewedAlert, ReviewedPanel, ReviewedRecording, Version } from "./version.ts";

/** An alert in both versions, and what became of its expression. */
export interface AlertPair extends Pair<ReviewedAlert> {
  readonly parts: readonly PartChange[];
  /** What it reads, and what that reads, that means something else now: the names of recordings and metrics. */
  readonly changedBelow: readonly string[];
  /** What follows for what fires; undefined: nobody can say from the expressions alone. */
  readonly ordered: Ordered | undefined;
  /** Undefined: it was not played. */
  readonly played: PlayedPair | undefined;
  /** Undefined: it was not evaluated on random series. */
  readonly tried: Tried | undefined;
}

export interface RecordingPair extends Pair<ReviewedRecording> {
  readonly parts: readonly PartChange[];
  /** Labels that the rule adds, where they differ. */
  readonly labels: readonly ChangedFact[];
}

/** Two versions, with what in one belongs to what in the other. */
export interface Comparison {
  readonly base: Version;
  readonly head: Version;
  readonly alerts: Paired<ReviewedAlert, AlertPair>;
  readonly recordings: Paired<ReviewedRecording, RecordingPair>;
  readonly panels: Paired<ReviewedPanel>;
  readonly slos: Paired<Described>;
  readonly metrics: Paired<Described>;
  readonly jobs: Paired<Described>;
  readonly containers: Paired<Described>;
  readonly suppressed: Paired<Described>;
  readonly routed: RoutedTables;
  /** Of names that an expression reads, those that mean something else now, also of what it reads through recordings. */
  readonly changedBelow: (reads: readonly string[]) => readonly string[];
}

/** Whether real Alertmanagers were asked who is notified. */
export type RoutedTables =
  /** How many sets of labels they were asked about, by the alert of either version. */
  | { readonly kind: "asked"; readonly sets: ReadonlyMap<ReviewedAlert, number> }
  /** There was something to ask, and no program that answered. */
  | { readonly kind: "no answer" }
  | { readonly kind: "not asked" };

/** @param signs what is known of the series of plain files */
export function comparisonOf(base: Version, head: Version, signs: KnownSigns = noSigns): Comparison {
  const alerts = pairedAlerts(base, head);
  const paired = pairedRecordings(base, head);
  const recordings = {
    ...paired,
    pairs: paired.pairs.map((pair) => ({
      ...pair,
      parts: expressionChange(pair),
      labels: changedFacts({ base: pair.base.labels, head: pair.head.labels }),
    })),
  };
  const metrics = byName(base.metrics, head.metrics);
  const changed = changedNames(recordings, metrics);
  const below = namesBelow(head.recordings, changed);
  const order = orderIn(base, head, signs);
  return {
    base,
    head,
    alerts: {
      ...alerts,
      pairs: alerts.pairs.map((pair) => {
        const parts = expressionChange(pair);
        const changedBelow = below(pair.head.reads);
        const isAll = parts.length > 0 && changedBelow.length === 0;
        const ordered = isAll ? order(pair) : undefined;
        return { ...pair, parts, changedBelow, ordered, played: undefined, tried: undefined };
      }),
    },
    recordings,
    panels: pairedPanels(base.panels, head.panels),
    slos: byName(base.slos, head.slos),
    metrics,
    jobs: byName(base.jobs, head.jobs),
    containers: byName(base.containers, head.containers),
    suppressed: byName(base.suppressed, head.suppressed),
    routed: { kind: "not asked" },
    changedBelow: below,
  };
}

/** How the expressions of two versions are ordered, by what both know of the series. */
function orderIn(
  base: Version,
  head: Version,
  signs: KnownSigns,
): (pair: Pair<ReviewedAlert>) => Ordered | undefined {
  const catalogues = [base, head].flatMap(({ model }) => model?.catalogue ?? []);
  const facts = catalogueFacts(catalogues);
  return ({ base: { node: before }, head: { node: after } }) => {
    if (!before || !after) return undefined;
    const forms = [canonical(before), canonical(after)] as const;
    return catalogues.length === 2 ? orderOf(...forms, facts) : orderByNames(...forms, signs);
  };
}

/** The same with what was played of the pairs, by the name of the alert in the head. */
export function withPlayed(comparison: Comparison, played: ReadonlyMap<string, PlayedPair>): Comparison {
  const { alerts } = comparison;
  const pairs = alerts.pairs.map((pair) => ({ ...pair, played: played.get(pair.head.name) }));
  return { ...comparison, alerts: { ...alerts, pairs } };
}

/** The same with what both Alertmanagers were asked, and agree to. */
export function withRouted(comparison: Comparison, routed: RoutedTables): Comparison {
  return { ...comparison, routed };
}

/** The same with what was seen of the pairs on random series, by the alert of the head. */
export function withTried(comparison: Comparison, tried: ReadonlyMap<ReviewedAlert, Tried>): Comparison {
  const { alerts } = comparison;
  const pairs = alerts.pairs.map((pair) => ({ ...pair, tried: tried.get(pair.head) }));
  return { ...comparison, alerts: { ...alerts, pairs } };
}

/** The pairs whose expressions differ by themselves, of plain files: what they read is what they name. */
export function pairsToTry({ alerts }: Comparison): AlertPair[] {
  return alerts.pairs.filter(
    ({ base, head, parts, changedBelow }) =>
      parts.length > 0 && changedBelow.length === 0 && !base.model && !head.model,
  );
}

/** The pairs of which one version may fire where the other does not, or at another time. */
export function pairsToPlay({ alerts }: Comparison): AlertPair[] {
  return alerts.pairs.filter(({ base, head, parts, changedBelow }) => {
    const isTimed = (["forMs", "keepFiringForMs", "everyMs"] as const).some(
      (time) => base[time] !== head[time],
    );
    return parts.length > 0 || changedBelow.length > 0 || isTimed;
  });
}

function byName(base: readonly Described[], head: readonly Described[]): Paired<Described> {
  return paired(base, head, [({ name }) => name]);
}

/** By dashboard, row and title; then by title; one that was renamed by what it asks, and one that went to another dashboard by both. */
function pairedPanels(base: readonly ReviewedPanel[], head: readonly ReviewedPanel[]): Paired<ReviewedPanel> {
  const asked = ({ queries }: ReviewedPanel) =>
    queries.length === 0 ? undefined : queries.map(contentOf).join("\n");
  const key = (...parts: readonly (string | undefined)[]) =>
    parts.includes(undefined) ? undefined : JSON.stringify(parts);
  return paired(base, head, [
    ({ dashboard, row, name }) => key(dashboard, row, name),
    ({ dashboard, name }) => key(dashboard, name),
    (panel) => key(panel.dashboard, asked(panel)),
    (panel) => key(panel.name, asked(panel)),
  ]);
}

/** Recordings that give something else under their old name, and metrics that are something else. */
function changedNames(
  recordings: { readonly pairs: readonly RecordingPair[] },
  metrics: Paired<Described>,
): ReadonlySet<string> {
  const changedMetrics = metrics.pairs.filter(
    ({ base, head }) => JSON.stringify(base.facts) !== JSON.stringify(head.facts),
  );
  return new Set([
    ...recordings.pairs.filter(isChanged).map(({ head }) => head.name),
    // A key may say of which job it is.
    ...changedMetrics.flatMap(({ head }) => seriesNames(head.name.replace(/ of job .*$/, ""))),
  ]);
}

/** Whether a recording gives something else under its old name. */
export function isChanged({ parts, labels }: Pick<RecordingPair, "parts" | "labels">): boolean {
  return parts.length > 0 || labels.length > 0;
}

/** Of names that an expression reads, those behind it that are among some, through recordings too. */
function namesBelow(
  recordings: readonly ReviewedRecording[],
  among: ReadonlySet<string>,
): (reads: readonly string[]) => readonly string[] {
  const byName = groupBy(recordings, ({ name }) => name);
  return (reads) => {
    const seen = new Set<string>();
    const todo = [...reads];
    for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      todo.push(...(byName.get(name) ?? []).flatMap(({ reads: own }) => own));
    }
    return [...seen].filter((name) => among.has(name)).sort();
  };
}

/** What can be asked for of a metric: of a histogram and a summary the parts. */
function seriesNames(metric: string): string[] {
  return ["", "_bucket", "_sum", "_count"].map((ending) => metric + ending);
}
