import { jobNames, recordingNamed } from "../model/lookups.ts";
import { durationInMs } from "../language/duration.ts";
import type { Scenario } from "../language/scenario.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import {
  limitCase,
  idleCase,
  missingCase,
  okCase,
  restartCase,
  firingCase,
  type CaseOptions,
} from "./alert-cases.ts";
import { birthCase, returnCase, silencedCase } from "./birth-case.ts";
import { gapCase } from "./gap-case.ts";
import { valueWithoutSeries } from "../promql/evaluate/without-series.ts";
import { decoysOf } from "./decoys.ts";
import { expectedAlert, type Expectation, expectedValue, givenChanges } from "./expected-alert.ts";
import { expectedOf, misstated } from "./expected-of-scenario.ts";
import { elementOf, firesFrom, type Firing, firingOf, isAtOnce } from "./firing.ts";
import { mistimed } from "./mistimed.ts";
import { branchesOf, resultLabels, firingBranch, tellsInstancesApart } from "./expected-labels.ts";
import { ownWordsCase } from "./own-words-case.ts";
import type { Trace, RuleTestComplaint } from "./rule-test.ts";
import { newTargetCase } from "./new-target-case.ts";
import { oneOfSeveralCase } from "./one-of-several-case.ts";
import { isRecordedOf, isTakenBy } from "./reads.ts";
import { isMissing } from "./test-series.ts";
import { type Setup, unreadSeries } from "./setup.ts";
import { worseCase } from "./worse-case.ts";
import type { Scene } from "./scenes.ts";
import type { ExpectedAlert } from "./test-file.ts";
import { timelineOf, type Timeline } from "./timeline.ts";

export interface ScenarioOptions {
  readonly alert: AlertModel;
  readonly scenario: Scenario;
  readonly setup: Setup;
  /** Stands before the names of the scenes. */
  readonly prefix: string;
  readonly model: Model;
}

/** The scenes of one scenario, or what keeps it from having any. */
export interface ScenarioTests {
  readonly trace: Trace;
  readonly scenes: readonly Scene[];
  readonly complaints: readonly RuleTestComplaint[];
}

/** Makes scenes of a scenario. */
export function testsOfScenario(facts: ScenarioOptions): ScenarioTests {
  const { alert, scenario, setup: setup, prefix, model } = facts;
  const branches = branchesOf(alert, model);
  const branch = firingBranch(branches, setup.bad, "firing");
  const bounded = timelineOfScenario(facts, { kind: "unknown" });
  const known = firingOf({ alert, scenario, setup, model, bounded });
  const timeline = timelineOfScenario(facts, known);
  const isApart =
    branch !== undefined &&
    tellsInstancesApart(branch, [...new Set(setup.reads.map(({ rule }) => rule))], setup);
  const labels = branch?.labels ?? new Map();
  const element = elementOf({ alert, scenario, setup, model, bounded }, known, timeline);
  const expectedFacts = { alert, scenario, labels, series: setup.bad, element };
  const firing = expectedOf(expectedFacts);
  const absent = alert.whenMissing === "firing" ? whenMissing(facts) : undefined;
  const odd = [
    ...setup.complaints,
    ...unreadSeries(setup),
    ...standingStill(scenario, alert),
    ...contradictedMissing(scenario, alert),
  ];
  const late =
    odd.length > 0 ? odd : mistimed({ alert, scenario, setup }, known, timeline, "alert" in firing);
  const untold = [...complaintsOf(scenario, firing), ...complaintsOf(scenario, absent)];
  // What fires at another moment, or never, has no value that anybody could say.
  const complaints = late.length > 0 ? late : untold.length > 0 ? untold : misstated(expectedFacts);
  const shown = isApart ? setup : { ...setup, good: [] };
  const trace = {
    series: shown.bad,
    others: shown.good,
    isExact: isAtOnce(scenario, setup),
    timeline: scenario.given.length === 0 ? undefined : timeline,
    silences: [],
  };
  const expected = alertOf(firing);
  if (complaints.length > 0 || !expected) return { trace: trace, scenes: [], complaints };
  const jobs = jobNames(model);
  const decoys = decoysOf(setup.bad, setup.reads, jobs);
  const withinMs = scenario.within === undefined ? undefined : (durationInMs(scenario.within) ?? 0);
  const fires = withinMs === undefined ? undefined : firesFrom(alert, known, timeline);
  const cases = { alert, prefix, setup: shown, timeline, decoys, expected, withinMs, fires };
  const scenes = scenesOf(cases, scenario, absent && alertOf(absent), model);
  const others = branch?.labels.has("instance") ? [] : setup.good;
  const isTimed = scenario.given.length > 0 && withinMs === undefined && known.kind === "known";
  const ownWords = isTimed ? ownWordsCase({ ...cases, model, others, labels }) : [];
  const asked = scenario.given.length === 0 ? [] : withinMs === undefined ? outcomes : [newTargetCase];
  const more = asked.map((caseOf) => caseOf({ ...cases, model, others }));
  return {
    trace: { ...trace, silences: more.flatMap(({ silences }) => silences) },
    scenes: [...scenes, ...ownWords, ...more.flatMap((one) => one.scenes)],
    complaints,
  };
}

/** What an alert does where its scenario does not say it. Of one that comes and goes only whether it sees a new target at all. */
const outcomes = [worseCase, newTargetCase, oneOfSeveralCase];

function scenesOf(
  facts: CaseOptions,
  { given }: Scenario,
  absent: ExpectedAlert | undefined,
  model: Model,
): Scene[] {
  const missing = missingCase(facts, absent);
  // An alert that reads nothing has nothing else to show.
  if (given.length === 0) return [missing];
  const own = [
    okCase(facts),
    limitCase(facts),
    firingCase(facts),
    missing,
    ...restartCase(facts),
    ...idleCase(facts),
  ];
  // What comes and goes is neither firing nor silent for long, whatever else happens.
  if (facts.withinMs !== undefined) return own;
  return [
    ...own,
    ...gapCase(facts, model),
    ...birthCase(facts, model),
    ...silencedCase(facts, model),
    ...returnCase(facts),
  ];
}

/** @param firing when its condition holds, where that is known */
function timelineOfScenario(facts: ScenarioOptions, firing: Firing): Timeline {
  const { alert, scenario, setup } = facts;
  const { after = "0s", within = "0s" } = scenario;
  const afterMs = durationInMs(after) ?? 0;
  return timelineOf({
    stepMs: setup.stepMs,
    stridesMs: setup.bad.map(({ strideMs }) => strideMs),
    reachMs: Math.max(0, ...setup.reads.map(({ reachMs }) => reachMs)),
    ...(firing.kind === "known" ? firing : { soonestMs: 0, afterMs }),
    badForMs: durationInMs(within) ?? 0,
    forMs: alert.forMs,
    keepFiringForMs: alert.keepFiringFor === undefined ? 0 : (durationInMs(alert.keepFiringFor) ?? 0),
    isExact: isAtOnce(scenario, setup),
    lingersMs: lingersMs(facts),
  });
}

/** What fires while its series are there goes on for a little when they are not: a failed scrape looks the same at first. */
function lingersMs({ alert, setup }: ScenarioOptions): number {
  const ending = setup.bad.filter((one) => isMissing(one, "ok") && !isMissing(one, "firing"));
  const lingering = ending.flatMap((one) =>
    alert.deployed.gaps
      .filter(({ selector }) => isTakenBy(selector, one) || isRecordedOf(selector.metric, one, setup.reads))
      .map(({ toleranceMs }) => toleranceMs - one.strideMs),
  );
  return Math.max(0, ...lingering);
}

/** What fires when none of the series is there: absent() gives 1, and the labels that it asks for. */
function whenMissing({ alert, scenario, setup, model }: ScenarioOptions): Expectation {
  const branch = firingBranch(branchesOf(alert, model), setup.bad, "gone");
  const found = valueWithoutSeries(alert.node, (name) => recordingNamed(model, name)?.node);
  const [only, ...others] = typeof found === "number" ? [] : (found ?? []);
  const element = others.length === 0 ? only : undefined;
  const value = scenario.given.length === 0 ? expectedValue(scenario, alert) : 1;
  const labels = element?.labels ?? resultLabels(branch?.labels ?? new Map(), setup.bad);
  return expectedAlert(alert, labels, element?.value ?? value);
}

function alertOf(expectation: Expectation): ExpectedAlert | undefined {
  return "alert" in expectation ? expectation.alert : undefined;
}

function complaintsOf({ value: says }: Scenario, expectation: Expectation | undefined): RuleTestComplaint[] {
  if (!expectation || "alert" in expectation) return [];
  if ("unsupported" in expectation) {
    const { where, what } = expectation.unsupported;
    return [
      {
        message: `uses ${what} in its ${where}, which a rule test cannot evaluate`,
        fix: "use only labels, the value, printf and the humanize functions",
      },
    ];
  }
  const fix = "add value: what the expression gives when the alert starts to fire";
  const message = `shows its value in its ${expectation.unknownValue}, but its scenario does not say what the value is`;
  return says === undefined ? [{ message, fix }] : [];
}

/** A scenario in which nothing changes can show only what is when nothing is there. */
function standingStill({ given }: Scenario, { whenMissing: missing }: AlertModel): RuleTestComplaint[] {
  if (given.some(givenChanges) || (given.length === 0 && missing === "firing")) return [];
  const message =
    given.length === 0
      ? "has a scenario without series in which it does not fire"
      : "has a scenario whose series are the same at firing as at ok";
  return [{ message, fix: "say what is different when it fires" }];
}

/** What a scenario says of missing series, where the expression does something else. */
function contradictedMissing({ whenMissing: said }: Scenario, alert: AlertModel): RuleTestComplaint[] {
  if (said === undefined || said === alert.whenMissing) return [];
  const does = alert.whenMissing === "firing" ? "fires" : "is silent";
  return [
    {
      message: `${does} when none of its series exist, but its scenario says whenMissing: "${said}"`,
      fix: `leave whenMissing out, or correct the expression${said === "firing" ? ": absent(…) fires when nothing is there" : ""}`,
      texts: [`whenMissing: "${said}"`, "whenMissing"],
    },
  ];
}
