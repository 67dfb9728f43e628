import { durationInMs } from "../language/duration.ts";
import type { Scenario } from "../language/scenario.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import {
  edgeCase,
  idleCase,
  missingCase,
  quietCase,
  restartCase,
  ringingCase,
  type CaseFacts,
} from "./alert-cases.ts";
import { decoysOf } from "./decoys.ts";
import { expectedAlert, type Expectation } from "./expected-alert.ts";
import { armsOf, resultLabels, ringingArm } from "./expected-labels.ts";
import { expectedValue, playChanges } from "./expected-value.ts";
import { tellsInstancesApart } from "./instances.ts";
import type { Course, ProofComplaint } from "./proof.ts";
import type { Scene } from "./scene.ts";
import { strangePlays } from "./strange-plays.ts";
import type { ExpectedAlert, TestGroup } from "./test-file.ts";
import { timelineOf, type Timeline } from "./timeline.ts";

export interface ScenarioFacts {
  readonly alert: AlertModel;
  readonly scenario: Scenario;
  readonly scene: Scene;
  /** Stands before the names of the tests. */
  readonly prefix: string;
  readonly model: Model;
}

/** The tests of one scenario, or what keeps it from having any. */
export interface ProvenScenario {
  readonly course: Course;
  readonly tests: readonly TestGroup[];
  readonly complaints: readonly ProofComplaint[];
}

/** Makes tests of a scenario. */
export function provenScenario(facts: ScenarioFacts): ProvenScenario {
  const { alert, scenario, scene, prefix, model } = facts;
  const arms = armsOf(alert, model);
  const arm = ringingArm(arms, scene.bad, "firing");
  const timeline = timelineOfScenario(facts);
  const isApart =
    arm !== undefined && tellsInstancesApart(arm, [...new Set(scene.reads.map(({ rule }) => rule))], scene);
  const firing = expectedAlert(
    alert,
    resultLabels(arm?.labels ?? new Map(), scene.bad),
    expectedValue(scenario, alert),
  );
  const absent = scenario.whenMissing === "firing" ? whenMissing(facts) : undefined;
  const complaints = [
    ...scene.complaints,
    ...strangePlays(scene),
    ...standingStill(scenario),
    ...complaintsOf(scenario, firing),
    ...complaintsOf(scenario, absent),
  ];
  const shown = isApart ? scene : { ...scene, good: [] };
  const course = {
    signals: shown.bad,
    others: shown.good,
    isExact: scene.isExact && scenario.after === undefined,
    timeline: scenario.given.length === 0 ? undefined : timeline,
  };
  const expected = alertOf(firing);
  if (complaints.length > 0 || !expected) return { course, tests: [], complaints };
  const jobs = model.jobs.map(({ name }) => name);
  const decoys = decoysOf(scene.bad, scene.reads, jobs);
  const cases = { alert, prefix, scene: shown, timeline, decoys, expected };
  return { course, tests: testsOf(cases, scenario, absent && alertOf(absent)), complaints };
}

function testsOf(facts: CaseFacts, { given }: Scenario, absent: ExpectedAlert | undefined): TestGroup[] {
  const missing = missingCase(facts, absent);
  // An alert that reads nothing has nothing else to show.
  if (given.length === 0) return [missing];
  return [
    quietCase(facts),
    edgeCase(facts),
    ringingCase(facts),
    missing,
    ...restartCase(facts),
    ...idleCase(facts),
  ];
}

function timelineOfScenario({ alert, scenario, scene }: ScenarioFacts): Timeline {
  return timelineOf({
    stepMs: scene.stepMs,
    stridesMs: scene.bad.map(({ strideMs }) => strideMs),
    reachMs: Math.max(0, ...scene.reads.map(({ reachMs }) => reachMs)),
    afterMs: scenario.after === undefined ? 0 : (durationInMs(scenario.after) ?? 0),
    forMs: alert.forMs,
    keepFiringForMs: alert.keepFiringFor === undefined ? 0 : (durationInMs(alert.keepFiringFor) ?? 0),
    isExact: scene.isExact && scenario.after === undefined,
  });
}

/** What fires when none of the series is there: absent() gives 1, and the labels that it asks for. */
function whenMissing({ alert, scenario, scene, model }: ScenarioFacts): Expectation {
  const arm = ringingArm(armsOf(alert, model), scene.bad, "gone");
  const value = scenario.given.length === 0 ? expectedValue(scenario, alert) : 1;
  return expectedAlert(alert, resultLabels(arm?.labels ?? new Map(), scene.bad), value);
}

function alertOf(expectation: Expectation): ExpectedAlert | undefined {
  return "alert" in expectation ? expectation.alert : undefined;
}

function complaintsOf({ value: says }: Scenario, expectation: Expectation | undefined): ProofComplaint[] {
  if (!expectation || "alert" in expectation) return [];
  if ("unsupported" in expectation) {
    const { where, what } = expectation.unsupported;
    return [
      {
        message: `says ${what} in its ${where}, which a proof cannot work out`,
        fix: "say it with labels, the value, printf and the humanizing functions",
      },
    ];
  }
  const fix = "add says: what it gives when it begins to fire";
  const message = `says its value in its ${expectation.unknownValue}, and its scenario does not tell the value`;
  return says === undefined ? [{ message, fix }] : [];
}

/** A scenario in which nothing changes can show only what is when nothing is there. */
function standingStill({ given, whenMissing: missing = "silent" }: Scenario): ProofComplaint[] {
  if (given.some(playChanges) || (given.length === 0 && missing === "firing")) return [];
  const message =
    given.length === 0
      ? "has a scenario without plays in which it does not fire"
      : "has a scenario in which the series do the same when it fires as when all is well";
  return [{ message, fix: "say what is different when it fires" }];
}
