import type { Scenario } from "../language/scenario.ts";
import { durationInMs, formatDuration } from "../language/duration.ts";
import { groupOf } from "../model/lookups.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import {
  badInstance,
  concreteSeries,
  goodInstance,
  type Concrete,
  type ConcreteSeries,
} from "./concrete-series.ts";
import { behavioursAtEnd, endingComplaints, endingSeries } from "./ending-series.ts";
import { lookbackMs } from "../promql/lookback.ts";
import { gridOf, roundUp } from "./timeline.ts";
import { behavioursOf, type TestSeries } from "./test-series.ts";
import type { RuleTestComplaint } from "./rule-test.ts";
import type { Gap } from "../promql/robust/gaps.ts";
import { givenTwice } from "./one-of-each.ts";
import { worseGiven } from "./worse.ts";
import { isTakenBy, reachOfReads, readsOf, selects, type Read, strideOf } from "./reads.ts";
import { seriesText } from "../series/promtool.ts";

/** The series of one scenario, with their samples' distances. */
export interface Setup {
  readonly stepMs: number;
  /** Those of the instance that goes bad. */
  readonly bad: readonly TestSeries[];
  /** Those of another instance that does not. */
  readonly good: readonly TestSeries[];
  readonly reads: readonly Read[];
  readonly complaints: readonly RuleTestComplaint[];
  /** A change of the series shows in the rule at once. */
  readonly isExact: boolean;
}

export interface SetupOptions {
  readonly given: Scenario["given"];
  readonly after: Scenario["after"] | undefined;
  /** What ends an alert that goes on until its value has come back far enough. */
  readonly ending?: Scenario["ending"] | undefined;
  /** The rule itself, and the recordings that it reads. */
  readonly rules: readonly (AlertModel | RecordingModel)[];
  readonly forMs: number;
  readonly keepFiringForMs: number;
  /** How often the slowest of the rules is evaluated when it is deployed. */
  readonly everyMs: number;
}

/**
 * Fills in what a scenario leaves open in what is given: labels, distances, growth.
 *
 * @param sharedStepMs the step of a file that has the tests of several scenarios; left out: what suits this one
 */
export function setupOf(facts: SetupOptions, model: Model, sharedStepMs?: number): Setup {
  const reads = readsOf(facts.rules);
  const found = facts.given.map((given) => concreteSeries(given, model, badInstance));
  const series = found.flatMap((one) => ("series" in one ? one.series : []));
  const others = facts.given.flatMap((given) => {
    const one = concreteSeries(given, model, goodInstance);
    return "series" in one ? one.series : [];
  });
  const isTrend = facts.after !== undefined;
  const strides = series.map((one) => (isTrend ? undefined : strideOf(one, reads)));
  const stepMs = sharedStepMs ?? stepOf(facts, { reads, series, strides });
  const gaps = facts.rules.flatMap(({ deployed }) => deployed.gaps);
  const ending = endingSeries(facts.ending ?? [], model);
  const signals = (list: readonly ConcreteSeries[]) =>
    list.map((one) =>
      signalOf(one, isTrend ? undefined : strideOf(one, reads), { stepMs, reads, gaps, ending }),
    );
  const [bad, good] = [signals(series), signals(others)];
  return {
    stepMs,
    bad: bad.flatMap((signal) => signal ?? []),
    good: good.flatMap((signal) => signal ?? []),
    reads,
    isExact: isExact(bad, strides, { reads, stepMs }),
    complaints: [
      ...found.flatMap((one) => ("complaint" in one ? [noSeries(one.complaint)] : [])),
      ...givenTwice(bad.flatMap((signal) => signal ?? [])).slice(0, 1),
      ...endingComplaints(ending, series),
      ...series.filter(comesTooOften).slice(0, 1).map(tooOften),
      ...series
        .filter((_, index) => bad[index] === undefined)
        .slice(0, 1)
        .map(noQuantile),
      ...(durationsOf(facts, reads).some((ms) => ms > longestMs) ||
      reads.some(({ reachMs }) => reachMs > longestMs)
        ? [tooLong]
        : []),
    ],
  };
}

interface Sampled {
  readonly reads: readonly Read[];
  readonly series: readonly ConcreteSeries[];
  readonly strides: readonly (number | undefined)[];
}

/** From one evaluation to the next, as it suits what is given. */
function stepOf(facts: SetupOptions, { reads, series, strides }: Sampled): number {
  return gridOf({
    durationsMs: [...durationsOf(facts, reads), ...strides.map((stride) => stride ?? 0)],
    forMs: facts.forMs,
    everyMs: facts.everyMs,
    windowMs: shortestWindow(reads),
    reachMs: reachOfReads(reads),
    // A subquery looks between the steps, and what is sampled rarely is gone there.
    seesGaps:
      reads.some(({ inSubquery }) => inSubquery) || series.some(({ everyMs }) => everyMs >= lookbackMs),
    standsMs: shortestStanding(facts.rules),
  });
}

/** How often the slowest of these rules is evaluated: promtool knows one interval for all. */
export function everyMsOf(rules: SetupOptions["rules"], model: Model): number {
  return Math.max(0, ...rules.map((rule) => groupOf(model, rule)?.everyMs ?? 0));
}

/** For how long the last value of a recording stands in these rules, at least. */
function shortestStanding(rules: SetupOptions["rules"]): number | undefined {
  const recorded = new Set(rules.filter(({ kind }) => kind === "recording").map(({ name }) => name));
  const standing = rules
    .flatMap(({ deployed }) => deployed.gaps)
    .filter(({ selector }) => recorded.has(selector.metric))
    .map(({ toleranceMs }) => toleranceMs);
  return standing.length === 0 ? undefined : Math.min(...standing);
}

function shortestWindow(reads: readonly Read[]): number | undefined {
  const windows = reads.flatMap(({ windowMs }) => windowMs ?? []);
  return windows.length === 0 ? undefined : Math.min(...windows);
}

interface SignalFacts extends Pick<Setup, "stepMs" | "reads"> {
  readonly gaps: readonly Gap[];
  readonly ending: readonly Concrete[];
}

function signalOf(
  series: ConcreteSeries,
  stride: number | undefined,
  { stepMs, reads, gaps, ending }: SignalFacts,
): TestSeries | undefined {
  const strideMs =
    series.given.kind === "follows"
      ? followedMs(series, durationInMs(series.given.every) ?? stepMs, gaps)
      : distanceOf(series, stride, stepMs);
  const behaviours = behavioursOf(series, strideMs, reads);
  const given = worseGiven(series, reads);
  const worse = given && behavioursOf({ ...series, given }, strideMs, reads)?.behaviour.firing;
  const end = behavioursAtEnd(series, ending, (one) => behavioursOf(one, strideMs, reads));
  return behaviours && { ...series, ...behaviours, strideMs, worse, ...end };
}

/** A value that is given for longer than a last one stands is seen again and again, as in production. */
function followedMs(series: ConcreteSeries, givenMs: number, gaps: readonly Gap[]): number {
  const { everyMs } = series;
  const isBridged = gaps.some(({ selector }) => isTakenBy(selector, series));
  return isBridged && everyMs > 0 && givenMs % everyMs === 0 ? everyMs : givenMs;
}

/** No closer than in production, where nobody would see what lies between. */
function distanceOf({ everyMs }: ConcreteSeries, stride: number | undefined, stepMs: number): number {
  return stride === undefined ? Math.max(stepMs, roundUp(everyMs, stepMs)) : Math.max(stride, everyMs);
}

function durationsOf(facts: SetupOptions, reads: readonly Read[]): number[] {
  const every = facts.given.flatMap((given) =>
    given.kind === "follows" ? [durationInMs(given.every) ?? 0] : [],
  );
  const after = facts.after === undefined ? 0 : (durationInMs(facts.after) ?? 0);
  return [facts.forMs, facts.keepFiringForMs, after, ...every, ...reads.map(({ offsetMs }) => offsetMs)];
}

/**
 * A window over what is sampled at each step fills up little by little, and one over a recording too. What is sampled more rarely than
 * a rule looks back comes and goes.
 */
function isExact(
  series: readonly (TestSeries | undefined)[],
  strides: readonly (number | undefined)[],
  { reads, stepMs }: Pick<Setup, "reads" | "stepMs">,
): boolean {
  return reads.every((read) => {
    const own = series.flatMap((one, index) =>
      one && selects(read, one) ? [{ strideMs: one.strideMs, wanted: strides[index] }] : [],
    );
    if (read.windowMs === undefined && read.offsetMs === 0)
      return own.every(({ strideMs }) => strideMs < lookbackMs || strideMs === stepMs);
    return read.offsetMs === 0 && own.length > 0 && own.every(({ strideMs, wanted }) => strideMs === wanted);
  });
}

function comesTooOften({ given, everyMs }: ConcreteSeries): boolean {
  return given.kind === "follows" && (durationInMs(given.every) ?? Infinity) < everyMs;
}

function tooOften({ given, metric, everyMs }: ConcreteSeries): RuleTestComplaint {
  const every = formatDuration(everyMs);
  return {
    place: given.place,
    message: `is given ${metric} every ${given.kind === "follows" ? given.every : ""}, which has a sample every ${every} in production`,
    fix: `give samples that are at least ${every} apart`,
  };
}

function noSeries(complaint: string): RuleTestComplaint {
  return { message: complaint, fix: "give a series that the metrics of this service declare" };
}

/** A test takes a few times as long as its rule looks back, and Prometheus counts time for 292 years: 50 of 365 days. */
const longestMs = 50 * 365 * 24 * 60 * 60_000;

const tooLong: RuleTestComplaint = {
  message: "has durations that are too long for a test",
  fix: "use a shorter window, offset or duration",
};

/** Prometheus works out no quantile above the highest bound, and of the lowest bucket none lower than where all lie in it. */
function noQuantile({ metric, given, bounds = [] }: ConcreteSeries): RuleTestComplaint {
  const { quantile, unit } = given.kind === "quantile" ? given : { quantile: 0, unit: "" };
  const lowest = Number((quantile * (bounds[0] ?? 0)).toPrecision(6));
  return {
    place: given.place,
    message: `is given a quantile that the buckets of ${metric.replace(/_bucket$/, "")} cannot have`,
    fix: `use levels from ${lowest} to ${bounds.at(-1) ?? 0} ${unit}: with every observation in the lowest bucket, the ${quantile}-quantile is ${lowest}`,
  };
}

/** The metrics of the series that are given. */
export function givenMetrics(givens: Scenario["given"]): ReadonlySet<string> {
  const nodes = givens.flatMap((given) => {
    if (given.kind === "share") return [given.part, given.rest];
    return [given.kind === "quantile" ? given.buckets : given.series];
  });
  return new Set(nodes.flatMap((node) => (node.kind === "selector" ? [node.metric] : [])));
}

/** Series that are given though no selector of the rule takes them: they test nothing. */
export function unreadSeries({ bad, reads }: Pick<Setup, "bad" | "reads">): RuleTestComplaint[] {
  const givens = new Map(bad.map((signal) => [signal.given, signal]));
  const isRead = new Set(
    bad.filter((signal) => reads.some((read) => selects(read, signal))).map(({ given }) => given),
  );
  return [...givens].flatMap(([given, { metric, labels }]) => {
    if (isRead.has(given)) return [];
    const message = `is given ${seriesText(metric, labels)}, which its expression does not read`;
    return [{ message, place: given.place, fix: "give the series that it reads, or remove this one" }];
  });
}
