import type { SelectorNode } from "../../../generators/promql/tree.ts";
import type { Given } from "../../../generators/language/given.ts";
import { seededRandom, type Choices } from "../../../generators/seeded-random.ts";
import type { Plan } from "../claims.ts";
import { groupBy } from "../../../generators/group-by.ts";
import type { Motion } from "../motion.ts";
import { selectSeries } from "../select-series.ts";
import type { SimulatedSeries } from "../series.ts";
import { candidatesFor, type Candidate } from "./candidates.ts";
import { seriesGroups, type SeriesGroup } from "./groups.ts";
import type { Outlook } from "./outlook.ts";
import type { WatchedAlert } from "./watched-rules.ts";

export interface SettleOptions {
  /** All that rules and scenarios ask for: series that none of them tells apart are changed together. */
  readonly selectors: readonly SelectorNode[];
  readonly givens: readonly Given[];
  readonly speed: number;
  /** Series of which a scenario says what is healthy: they are changed last. */
  readonly isSaid: (series: SimulatedSeries) => boolean;
  /** Series that cannot do anything else. */
  readonly isFixed: (series: SimulatedSeries) => boolean;
}

// How many worlds are tried; most that need help need a few dozen.
const mostTries = 10_000;

// From a world that no single change makes better, how many steps are taken anywhere before giving up.
const mostLeaps = 24;

/**
 * The plan, changed until no alert fires, or the best that was found.
 *
 * As little as can be is changed: one metric after the other, first what no scenario speaks of.
 */
export function settled(start: Outlook, options: SettleOptions): Outlook {
  const tries = { left: mostTries };
  const random = seededRandom(1);
  let best = climbed(start, options, tries);
  for (let next = chained(best, options, tries); next; next = chained(best, options, tries)) best = next;
  for (let leap = 0; leap < mostLeaps && firing(best).length > 0 && tries.left > 0; leap++) {
    const reached = climbed(leapt(best, options, random), options, tries);
    if (reached.total < best.total - leastGain) best = reached;
  }
  return best;
}

/** How many worlds may still be tried. */
interface Tries {
  left: number;
}

/** The alerts that fire, the worst first. */
export function firing({ excess }: Outlook): WatchedAlert[] {
  return [...excess]
    .filter(([, one]) => one >= 1)
    .sort(([, a], [, b]) => b - a)
    .map(([alert]) => alert);
}

/** One change after the other, for as long as each makes it better. */
function climbed(start: Outlook, options: SettleOptions, tries: Tries): Outlook {
  let current = start;
  for (;;) {
    const next = bettered(current, options, tries);
    if (!next) return current;
    current = next;
  }
}

function bettered(current: Outlook, options: SettleOptions, tries: Tries): Outlook | undefined {
  let best: Outlook | undefined;
  for (const alert of restless(current)) {
    for (const change of changesFor(alert, current.plan, options)) {
      if (tries.left-- <= 0) return best;
      const next = current.with(change);
      const isSolved = next.excess.get(alert) === 0 && next.total <= current.total - wholeAlert;
      if (isSolved) return next;
      if (next.total < (best ?? current).total - leastGain) best = next;
    }
    if (best) return best;
  }
  return undefined;
}

// One alert less, and of the others none.
const wholeAlert = 0.5;
const leastGain = 1e-6;

function restless({ excess }: Outlook): WatchedAlert[] {
  return [...excess]
    .filter(([, one]) => one > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([alert]) => alert);
}

/** Makes one alert stop firing, whatever that does to others; then those, by series that were not changed for it. */
function chained(current: Outlook, options: SettleOptions, tries: Tries): Outlook | undefined {
  for (const alert of firing(current)) {
    for (const { change, next } of solutions(alert, current, options, tries)) {
      const isFixed = (series: SimulatedSeries) => change.has(series) || options.isFixed(series);
      const reached = climbed(next, { ...options, isFixed }, tries);
      if (reached.total < current.total - leastGain) return reached;
    }
  }
  return undefined;
}

interface Solution {
  readonly change: Plan;
  readonly next: Outlook;
}

// How many ways to put an alert to rest are followed up, for each group of series: those that hurt others least.
const mostOfGroup = 3;

function solutions(alert: WatchedAlert, current: Outlook, options: SettleOptions, tries: Tries): Solution[] {
  const found: Solution[] = [];
  for (const change of changesFor(alert, current.plan, options)) {
    if (tries.left-- <= 0) break;
    const next = current.with(change);
    if (next.excess.get(alert) === 0) found.push({ change, next });
  }
  found.sort((a, b) => a.next.total - b.next.total);
  const numbers = new Map([...current.plan.keys()].map((series, index) => [series, index]));
  const groups = groupBy(found, ({ change }) => [...change.keys()].map((one) => numbers.get(one)).join());
  return [...groups.values()].flatMap((own) => own.slice(0, mostOfGroup));
}

/** A change of one of the alerts that fire, whatever it does to the others. */
function leapt(current: Outlook, options: SettleOptions, random: Choices): Outlook {
  const [worst, ...others] = firing(current);
  if (!worst) return current;
  const [first, ...rest] = changesFor(random.pick([worst, ...others]), current.plan, options);
  return first ? current.with(random.pick([first, ...rest])) : current;
}

/** What might be changed so that an alert no longer fires, what changes least first. */
function* changesFor(alert: WatchedAlert, plan: Plan, options: SettleOptions): Generator<Plan> {
  const groups = groupsOf(alert, plan, options);
  const said = (group: SeriesGroup) => group.some(options.isSaid);
  for (const own of [groups.filter((group) => !said(group)), groups.filter(said)]) {
    for (const group of own) {
      for (const candidate of candidatesFor(group, { alert, ...options })) {
        const change = changed(group, candidate, plan);
        if (change.size > 0) yield change;
      }
    }
  }
}

function groupsOf(alert: WatchedAlert, plan: Plan, { selectors, isFixed }: SettleOptions): SeriesGroup[] {
  const all = [...plan.keys()].filter((one) => !isFixed(one));
  const read = new Set(alert.selectors.flatMap((node) => selectSeries(node, all)?.series ?? []));
  return seriesGroups([...read], selectors);
}

function changed(group: SeriesGroup, candidate: Candidate, plan: Plan): Plan {
  const change = new Map<SimulatedSeries, Motion>();
  for (const one of group) {
    const current = plan.get(one);
    if (!current) continue;
    const next = candidate(one, current);
    if (JSON.stringify(next) !== JSON.stringify(current)) change.set(one, next);
  }
  return change;
}
