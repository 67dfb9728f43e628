import type { Node } from "../../../generators/promql/tree.ts";
import type { EvaluatedSeries, EvaluationWorld } from "../../../generators/promql/evaluate/world.ts";
import type { Plan } from "../claims.ts";
import { groupBy } from "../../../generators/group-by.ts";
import type { Motion } from "../motion.ts";
import { partsOf, targetKey, type SimulatedSeries } from "../series.ts";
import { excessOf } from "./excess.ts";
import { storedLines, type Instant } from "./stored-lines.ts";
import type { WatchedAlert, WatchedRules } from "./watched-rules.ts";

/** What all rules give for a plan, as Prometheus would after a long time. */
export interface Outlook {
  readonly plan: Plan;
  /** See `excessOf`: 0 for an alert that does not fire. */
  readonly excess: ReadonlyMap<WatchedAlert, number>;
  /** Of all alerts together. */
  readonly total: number;
  /** What the rules say once some series do something else. */
  readonly with: (changes: Plan) => Outlook;
  /** Whether one alert fires with each metric this far from the middle of its sway. */
  readonly firesAt: (alert: WatchedAlert, ends: Ends) => boolean;
}

/** Where metrics are in their sway. */
export interface Ends extends Pick<Instant, "swayOf"> {
  /** What was already computed for the same plan. */
  readonly memory: Memory;
}

export interface OutlookOptions extends Pick<Instant, "startedMs" | "everyMs"> {
  readonly rules: WatchedRules;
  readonly speed: number;
  /** When the rules are evaluated, counted from the start of the series: an alert fires if it fires at one of them. */
  readonly momentsMs: readonly number[];
}

/** What was computed, by time, name and kind. */
type Memory = Map<string, unknown>;

interface Known extends OutlookOptions {
  readonly byName: ReadonlyMap<string, readonly SimulatedSeries[]>;
  readonly ofTarget: ReadonlyMap<string, readonly SimulatedSeries[]>;
  /** What tells whether the target of a series is up. */
  readonly upOf: ReadonlyMap<SimulatedSeries, SimulatedSeries>;
}

// How many samples of a series that follows a list are evaluated.
const mostPhases = 12;

/** What the rules say of a plan, each alert by itself. */
export function outlookOn(plan: Plan, options: OutlookOptions): Outlook {
  const named = [...plan.keys()].flatMap((one) => namesOf(one).map((name) => ({ name, one })));
  const byName = new Map(
    [...groupBy(named, ({ name }) => name)].map(([name, own]) => [name, own.map(({ one }) => one)]),
  );
  const ofTarget = groupBy([...plan.keys()], targetKey);
  const known = { ...options, byName, ofTarget, upOf: new Map([...ofTarget.values()].flatMap(withUp)) };
  return outlook(plan, known, new Map(), new Map(), options.rules.alerts);
}

function withUp(own: readonly SimulatedSeries[]): [SimulatedSeries, SimulatedSeries][] {
  const up = own.find(isUp);
  return up ? own.filter(({ isMeasured }) => !isMeasured).map((one) => [one, up]) : [];
}

/** The names of what is stored of a series. */
export function namesOf(series: SimulatedSeries): string[] {
  return [...new Set(partsOf(series).map(({ suffix }) => series.metric + suffix))];
}

function outlook(
  plan: Plan,
  known: Known,
  memory: Memory,
  before: ReadonlyMap<WatchedAlert, number>,
  toEvaluate: readonly WatchedAlert[],
): Outlook {
  const phases = phasesIn(plan);
  const excess = new Map(before);
  for (const alert of toEvaluate) {
    const all = momentsOf(alert, known, phases).map((moment) =>
      excessOf(alert.expression, worldAt(plan, known, moment, memory)),
    );
    excess.set(alert, Math.max(...all));
  }
  return {
    plan,
    excess,
    total: [...excess.values()].reduce((sum, one) => sum + one, 0),
    with: (changes) => changed({ plan, known, memory, excess }, changes),
    firesAt: (alert, { swayOf, memory: there }) => {
      // What sways does so at all times.
      const [moment = 0] = known.momentsMs;
      return excessOf(alert.expression, worldAt(plan, known, moment, there, swayOf)) >= 1;
    },
  };
}

interface Evaluated {
  readonly plan: Plan;
  readonly known: Known;
  readonly memory: Memory;
  readonly excess: ReadonlyMap<WatchedAlert, number>;
}

function changed({ plan, known, memory, excess }: Evaluated, changes: Plan): Outlook {
  const names = new Set([...changes.keys()].flatMap((one) => touchedBy(one, known)));
  const { rules } = known;
  const isTouched = (reads: ReadonlySet<string>) => [...names].some((name) => reads.has(name));
  const kept = [...memory].filter(([key]) => {
    const [, name = ""] = key.split(" ");
    return !names.has(name) && !isTouched(rules.readsOf(name));
  });
  const next = new Map([...plan, ...changes]);
  const toEvaluate = rules.alerts.filter(({ reads }) => isTouched(reads));
  return outlook(next, known, new Map(kept), excess, toEvaluate);
}

/** Whether a target is up decides on all that it answers. */
function touchedBy(series: SimulatedSeries, { ofTarget }: Known): string[] {
  return isUp(series) ? (ofTarget.get(targetKey(series)) ?? []).flatMap(namesOf) : namesOf(series);
}

function isUp({ metric, isMeasured }: SimulatedSeries): boolean {
  return isMeasured && metric === "up";
}

/** Series that follow a list of samples: their names, and the times of the samples. */
type Phases = ReadonlyMap<string, readonly number[]>;

function phasesIn(plan: Plan): Phases {
  const phases = new Map<string, readonly number[]>();
  for (const [series, motion] of plan) {
    if (motion.kind !== "follows" || motion.samples.length < 2) continue;
    const count = Math.min(mostPhases, motion.samples.length);
    phases.set(
      series.metric,
      Array.from({ length: count }, (_, index) => index * motion.everyMs),
    );
  }
  return phases;
}

function momentsOf({ reads }: WatchedAlert, { momentsMs }: Known, phases: Phases): readonly number[] {
  const own = [...phases].flatMap(([metric, moments]) => (reads.has(metric) ? moments : []));
  return own.length === 0 ? momentsMs : [...new Set([...momentsMs, ...own])];
}

function worldAt(
  plan: Plan,
  known: Known,
  elapsedMs: number,
  memory: Memory,
  swayOf: Instant["swayOf"] = () => 0,
): EvaluationWorld {
  const { startedMs, everyMs, speed, rules } = known;
  const instant: Instant = { startedMs, elapsedMs, everyMs, swayOf };
  const remember = <Value>(name: string, kind: string, work: () => Value): Value => {
    const key = `${elapsedMs} ${name} ${kind}`;
    // A cast: what is kept under a key is what the same work made.
    if (memory.has(key)) return memory.get(key) as Value;
    const value = work();
    memory.set(key, value);
    return value;
  };
  return {
    seriesOf: (name) => remember(name, "series", () => linesNamed(name, plan, known, instant)),
    recorded: (name): Node | undefined => rules.expressions.get(name),
    nowSeconds: (startedMs + elapsedMs) / 1000,
    speed,
    isAlways: true,
    remember: (name, work) => remember(name, "recording", work),
  };
}

function linesNamed(name: string, plan: Plan, { byName, upOf }: Known, instant: Instant): EvaluatedSeries[] {
  return (byName.get(name) ?? []).flatMap((series) => {
    const motion = plan.get(series);
    const up = upOf.get(series);
    // A target that is down says nothing.
    if (!motion || (up && isZero(plan.get(up)))) return [];
    return storedLines(series, motion, instant).filter((line) => line.metric === name);
  });
}

function isZero(motion: Motion | undefined): boolean {
  return motion?.kind === "missing" || (motion?.kind === "linear" && motion.from?.[0] === 0);
}
