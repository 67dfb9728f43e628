import { jobNames } from "../model/lookups.ts";
import type { Example } from "../language/scenario.ts";
import type { Model } from "../model/model.ts";
import type { RecordingModel } from "../model/rule-model.ts";
import { aggregationNamed } from "../promql/aggregations.ts";
import { evaluate } from "../promql/evaluate/evaluate.ts";
import { functionNamed } from "../promql/functions.ts";
import { wellInstances } from "./one-of-several-case.ts";
import { worldOfSeries } from "./world-of-series.ts";
import { asDecoy, during, whole } from "./phases.ts";
import { atItsPace, bornAt, growthIn, heardIn, targetsOf } from "./births.ts";
import { decoysOf, unlike } from "./decoys.ts";
import { beatOf, roundUp } from "./timeline.ts";
import { branchesOf, resultLabels } from "./expected-labels.ts";
import { misstatedExample, type Recorded, recordedIn } from "./expected-of-example.ts";
import { plainNumber } from "./expected-alert.ts";
import { seriesText } from "../series/promtool.ts";
import type { Trace, RuleTestComplaint } from "./rule-test.ts";
import { reachOfReads, selects } from "./reads.ts";
import { type Setup, unreadSeries } from "./setup.ts";
import { isMissing, type TestSeries } from "./test-series.ts";
import { valueAssertion, type Assertion } from "./assertion.ts";
import type { Scene } from "./scenes.ts";
import type { ExpectedSample } from "./test-file.ts";

export interface ExampleOptions {
  readonly recording: RecordingModel;
  readonly example: Example;
  readonly setup: Setup;
  /** Stands before the names of the tests. */
  readonly prefix: string;
  readonly model: Model;
}

/** An example, and what its recording gives in it. */
interface ToldExample extends ExampleOptions {
  readonly recorded: Recorded;
}

/** The scenes of one example, or what keeps it from having any. */
export interface ExampleTests {
  readonly trace: Trace;
  readonly scenes: readonly Scene[];
  readonly complaints: readonly RuleTestComplaint[];
}

/** Makes scenes of an example. */
export function testsOfExample(facts: ExampleOptions): ExampleTests {
  const { setup } = facts;
  const trace = {
    series: setup.bad,
    others: [],
    isExact: setup.isExact,
    timeline: undefined,
    silences: [],
    unplayed: [],
  };
  const { goneMs, assertions } = momentsOf(setup);
  const looked = { phases: { ...whole("firing"), goneMs }, atMs: assertions.at(-1) ?? goneMs };
  const recorded = recordedIn(facts, looked);
  const odd = [...setup.complaints, ...unreadSeries(setup)];
  const complaints = odd.length > 0 ? odd : misstatedExample(facts, recorded);
  if (complaints.length > 0) return { trace, scenes: [], complaints };
  const told = { ...facts, recorded };
  const scenes = [valueCase(told), ...severalCase(told), ...idleCase(facts), ...birthCase(told)];
  return { trace, scenes, complaints };
}

/** The series begin, do what the example says, and go: the recording has the value for just as long. */
function valueCase(facts: ToldExample): Scene {
  const { recording, example, setup, prefix, model } = facts;
  const { goneMs, assertions } = momentsOf(setup);
  const { stepMs } = setup;
  const expected = expectedSamples(facts);
  const isThere = assertions.map((at) => valueAssertion(recording.name, at, expected));
  const phases = { ...whole("firing"), goneMs };
  const isGone = vanishes(facts) ? [valueAssertion(recording.name, goneMs, [])] : [];
  const decoys = decoysOf(setup.bad, setup.reads, jobNames(model));
  return {
    name: `${prefix}${example.expect === "missing" ? "has no value" : "has its value"}`,
    endMs: goneMs + stepMs,
    series: [...setup.bad.map(during(phases)), ...decoys.map(asDecoyOf(recording)).map(asDecoy)],
    assertions: [...isThere, ...isGone],
  };
}

/** A decoy has other values, so that they show in a mean. One that is counted is counted whatever its value, if it is bad enough. */
function asDecoyOf({ analysis }: RecordingModel): (decoy: TestSeries) => TestSeries {
  const counts = analysis.aggregations.some(({ op }) => aggregationNamed(op)?.values === "number");
  return counts ? (decoy) => decoy : unlike;
}

/** Of a mean, or of the highest or lowest of all instances, one instance shows nothing: here two more have other values. */
function severalCase(facts: ToldExample): Scene[] {
  const { recording, example, setup, prefix, model } = facts;
  const op = opOverInstances(recording);
  if (example.expect === "missing" || op === undefined) return [];
  const wells = wellInstances({ setup, others: setup.good }).map(unlike);
  if (wells.length === 0) return [];
  const played = [...setup.bad, ...wells];
  const value = evaluate(recording.node, worldOfSeries(played, "firing", model.recordings));
  const [one, ...more] = Array.isArray(value) ? value : [];
  const { goneMs: endMs, assertions } = momentsOf(setup);
  const [expected] = expectedSamples(facts);
  if (!one || more.length > 0 || !expected) return [];
  const samples = [{ ...expected, value: one.value }];
  return [
    {
      name: `${prefix}has the ${op} of three instances that differ`,
      endMs,
      series: played.map(during(whole("firing"))),
      assertions: [valueAssertion(recording.name, assertions.at(-1) ?? endMs, samples)],
    },
  ];
}

/** `mean`, where the recording makes one of the values of all instances. */
function opOverInstances({ node, analysis }: RecordingModel): string | undefined {
  if (node.kind !== "aggregation" || analysis.type.labels?.has("instance") !== false) return undefined;
  const words: Readonly<Record<string, string>> = { avg: "mean", max: "highest", min: "lowest" };
  return words[node.name];
}

/** Without traffic there may be a value or none, but never what is not a number: it spoils every mean that it gets into. */
function idleCase({ recording, setup, prefix }: ExampleOptions): Scene[] {
  if (!setup.bad.some(({ isTraffic }) => isTraffic)) return [];
  const { goneMs } = momentsOf(setup);
  const phases = { ...whole("firing"), idleMs: 0 };
  const notANumber = `${recording.name} != ${recording.name}`;
  const assertions: Assertion[] = [valueAssertion(notANumber, goneMs, [])];
  const played = setup.bad.map(during(phases));
  return [{ name: `${prefix}a number, or none, without traffic`, endMs: goneMs, series: played, assertions }];
}

/**
 * The same value at the first sample of series that begin with their first increment, where a window shows it at once: it counts what
 * they have counted by then.
 */
function birthCase(facts: ToldExample): Scene[] {
  const { recording, example, setup, prefix } = facts;
  const heard = heardIn(setup);
  const isPlain = heard.every(
    ({ series, births }) =>
      growthIn(series, 1) !== undefined && new Set(births.map(({ windowMs }) => windowMs)).size === 1,
  );
  if (heard.length === 0 || !isPlain || !setup.isExact || example.expect === "missing") return [];
  const others = setup.bad.filter((one) => !heard.some(({ series }) => series === one));
  const bornMs = roundUp(2 * reachOfReads(setup.reads), beatOf(setup.stepMs, setup.bad.map(atItsPace)));
  return [
    {
      name: `${prefix}has its value when its series are new`,
      endMs: bornMs,
      pace: "production",
      series: [
        ...heard.map((one) => bornAt(one, bornMs)),
        ...others.map(during(whole("firing"))),
        ...targetsOf(heard),
      ],
      assertions: [valueAssertion(recording.name, bornMs, expectedSamples(facts))],
    },
  ];
}

/** When the recording is looked at, and from when on the series are not there any more. */
function momentsOf({ bad, reads, isExact, stepMs }: Setup): { goneMs: number; assertions: number[] } {
  const beat = beatOf(stepMs, bad);
  const last = lastSampleMs(bad);
  if (last !== undefined) return { goneMs: roundUp(last + stepMs, beat), assertions: [last] };
  const settled = roundUp(Math.max(reachOfReads(reads), stepMs), beat);
  const goneMs = settled + beat + roundUp(stepMs, beat);
  // With two samples in its window a rate has its value; a longer window would make less of them.
  const first = Math.max(0, ...bad.map((signal) => firstValueMs(signal, reads)));
  return { goneMs, assertions: isExact ? [...new Set([first, settled, goneMs - stepMs])] : [settled] };
}

/** Of samples that follow each other, it is the last that counts. */
function lastSampleMs(bad: readonly TestSeries[]): number | undefined {
  const lasts = bad.flatMap(({ behaviour: { firing } }) =>
    firing.kind === "follows" ? [(firing.samples.length - 1) * firing.everyMs] : [],
  );
  return lasts.length === 0 ? undefined : Math.max(...lasts);
}

function firstValueMs(signal: TestSeries, reads: Setup["reads"]): number {
  const own = reads.filter((read) => selects(read, signal) && read.windowMs !== undefined);
  return Math.max(0, ...own.map(({ windowMs = 0 }) => (windowMs > signal.strideMs ? signal.strideMs : 0)));
}

function expectedSamples(facts: ToldExample): ExpectedSample[] {
  const { recording, example, recorded } = facts;
  const { elements = [] } = recorded;
  if (example.expect === "missing") return [];
  const value = plainNumber(example.expect, recording.unit);
  // The buckets of a histogram are several series, and the value is that of one of them.
  if (recording.analysis.type.samples === "bucket rate" && elements.length > 0)
    return elements.map(({ labels, value }) => ({ labels: seriesText(recording.name, labels), value }));
  const [only, ...others] = elements;
  const found = only && others.length === 0 ? only.labels : labelsOfExample(facts);
  const labels = seriesText(recording.name, { ...found, ...example.labels });
  return value === undefined ? [] : [{ labels, value }];
}

function labelsOfExample({ recording, setup, model }: ExampleOptions): Record<string, string> {
  const present = setup.bad.filter((signal) => !isMissing(signal, "firing"));
  const branches = branchesOf(recording, model);
  const isRead = (signal: TestSeries) => (read: Setup["reads"][number]) => selects(read, signal);
  const branch =
    branches.find(({ reads }) => present.some((signal) => reads.some(isRead(signal)))) ?? branches[0];
  return { ...resultLabels(branch?.labels ?? new Map(), present), ...recording.labels };
}

/** Whether the recording has no value where its series are not there: absent() and vector() still have one. */
function vanishes({ recording, example, setup }: ExampleOptions): boolean {
  if (example.expect === "missing" || !setup.isExact) return false;
  return !recording.analysis.functions.some(({ name }) => functionNamed(name)?.givesWithoutSeries);
}
