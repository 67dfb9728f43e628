import type { Example } from "../language/scenario.ts";
import type { Model } from "../model/model.ts";
import type { RecordingModel } from "../model/rule-model.ts";
import { aggregationNamed } from "../promql/aggregations.ts";
import { functionNamed } from "../promql/functions.ts";
import { asDecoy, playing } from "./casting.ts";
import { decoysOf, unlike } from "./decoys.ts";
import { leastCommonMultiple, roundUp } from "./divisors.ts";
import { armsOf, resultLabels } from "./expected-labels.ts";
import { plainNumber } from "./expected-value.ts";
import { seriesText } from "./notation.ts";
import type { Course, ProofComplaint } from "./proof.ts";
import { selects } from "./reads.ts";
import type { Scene } from "./scene.ts";
import { isMissing, isTraffic, type Signal } from "./signal.ts";
import { looksAt, testGroup, type Look } from "./test-group.ts";
import type { ExpectedSample, TestGroup } from "./test-file.ts";
import { strangePlays } from "./strange-plays.ts";

export interface ExampleFacts {
  readonly recording: RecordingModel;
  readonly example: Example;
  readonly scene: Scene;
  /** Stands before the names of the tests. */
  readonly prefix: string;
  readonly model: Model;
}

/** The tests of one example, or what keeps it from having any. */
export interface ProvenExample {
  readonly course: Course;
  readonly tests: readonly TestGroup[];
  readonly complaints: readonly ProofComplaint[];
}

/** Makes tests of an example. */
export function provenExample(facts: ExampleFacts): ProvenExample {
  const { scene } = facts;
  const course = { signals: scene.bad, others: [], isExact: scene.isExact, timeline: undefined };
  const complaints = [...scene.complaints, ...strangePlays(scene)];
  if (complaints.length > 0) return { course, tests: [], complaints };
  return { course, tests: [valueCase(facts), ...idleCase(facts)], complaints };
}

/** The series begin, do what the example says, and go: the recording has the value for just as long. */
function valueCase(facts: ExampleFacts): TestGroup {
  const { recording, example, scene, prefix, model } = facts;
  const { goneMs, looks } = momentsOf(scene);
  const { stepMs } = scene;
  const expected = expectedSamples(facts);
  const isThere = looks.map((at) => looksAt(recording.name, at, expected));
  const script = { phases: [{ fromMs: 0, situation: "firing" as const }], goneMs };
  const isGone = vanishes(facts) ? [looksAt(recording.name, goneMs, [])] : [];
  const decoys = decoysOf(
    scene.bad,
    scene.reads,
    model.jobs.map(({ name }) => name),
  );
  return testGroup({
    name: `${prefix}${example.expect === "missing" ? "has no value" : "has its value"}`,
    stepMs,
    endMs: goneMs + stepMs,
    played: [...scene.bad.map(playing(script)), ...decoys.map(strange(recording)).map(asDecoy)],
    looks: [...isThere, ...isGone],
  });
}

/** A stranger has other values, so that they show in a mean. One that is counted is counted whatever its value, if it is bad enough. */
function strange({ analysis }: RecordingModel): (decoy: Signal) => Signal {
  const counts = analysis.aggregations.some(({ op }) => aggregationNamed(op)?.values === "number");
  return counts ? (decoy) => decoy : unlike;
}

/** Without traffic there may be a value or none, but never what is not a number: it spoils every mean that it gets into. */
function idleCase({ recording, scene, prefix }: ExampleFacts): TestGroup[] {
  if (!scene.bad.some(isTraffic)) return [];
  const { goneMs, stepMs } = { ...momentsOf(scene), ...scene };
  const script = { phases: [{ fromMs: 0, situation: "firing" as const }], idleMs: 0 };
  const notANumber = `${recording.name} != ${recording.name}`;
  const looks: Look[] = [looksAt(notANumber, goneMs, [])];
  const played = scene.bad.map(playing(script));
  return [
    testGroup({ name: `${prefix}a number, or none, without traffic`, stepMs, endMs: goneMs, played, looks }),
  ];
}

/** When the recording is looked at, and from when on the series are not there any more. */
function momentsOf({ bad, reads, isExact, stepMs }: Scene): { goneMs: number; looks: number[] } {
  const beat = leastCommonMultiple([stepMs, ...bad.map(({ strideMs }) => strideMs)]);
  const reach = Math.max(0, ...reads.map(({ reachMs }) => reachMs));
  const last = lastSampleMs(bad);
  if (last !== undefined) return { goneMs: roundUp(last + stepMs, beat), looks: [last] };
  const settled = roundUp(Math.max(reach, stepMs), beat);
  const goneMs = settled + beat + roundUp(stepMs, beat);
  // With two samples in its window a rate has its value; a longer window would make less of them.
  const first = Math.max(0, ...bad.map((signal) => firstValueMs(signal, reads)));
  return { goneMs, looks: isExact ? [...new Set([first, settled, goneMs - stepMs])] : [settled] };
}

/** Of samples that follow each other, it is the last that counts. */
function lastSampleMs(bad: readonly Signal[]): number | undefined {
  const lasts = bad.flatMap(({ motion, strideMs }) =>
    motion.kind === "follows" ? [(motion.samples.firing.length - 1) * strideMs] : [],
  );
  return lasts.length === 0 ? undefined : Math.max(...lasts);
}

function firstValueMs(signal: Signal, reads: Scene["reads"]): number {
  const own = reads.filter((read) => selects(read, signal) && read.windowMs !== undefined);
  return Math.max(0, ...own.map(({ windowMs = 0 }) => (windowMs > signal.strideMs ? signal.strideMs : 0)));
}

function expectedSamples({ recording, example, scene, model }: ExampleFacts): ExpectedSample[] {
  if (example.expect === "missing") return [];
  const value = plainNumber(example.expect, recording.unit);
  const present = scene.bad.filter((signal) => !isMissing(signal, "firing"));
  const arms = armsOf(recording, model);
  const isRead = (signal: Signal) => (read: Scene["reads"][number]) => selects(read, signal);
  const arm = arms.find(({ reads }) => present.some((signal) => reads.some(isRead(signal)))) ?? arms[0];
  const labels = seriesText(recording.name, resultLabels(arm?.labels ?? new Map(), present));
  return value === undefined ? [] : [{ labels, value }];
}

/** Whether the recording has no value where its series are not there: absent() and vector() give one all the same. */
function vanishes({ recording, example, scene }: ExampleFacts): boolean {
  if (example.expect === "missing" || !scene.isExact) return false;
  return !recording.analysis.functions.some(({ name }) => functionNamed(name)?.givesWithoutSeries);
}
