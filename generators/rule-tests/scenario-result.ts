import type { LabelMap } from "../promql/expression-type.ts";
import { valueWithoutSeries } from "../promql/evaluate/without-series.ts";
import { durationInMs } from "../language/duration.ts";
import type { Scenario } from "../language/scenario.ts";
import { recordedUnder } from "../model/lookups.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { expectedAlert, type Expectation, expectedValue } from "./expected-alert.ts";
import { type ExpectedFacts, expectedOf } from "./expected-of-scenario.ts";
import { branchesOf, resultLabels, firingBranch, tellsInstancesApart } from "./expected-labels.ts";
import { elementOf, type Firing, firingOf, isAtOnce } from "./firing.ts";
import { isRecordedOf, isTakenBy, reachOfReads, readingRules } from "./reads.ts";
import type { SelectorNode } from "../promql/tree.ts";
import type { Situation } from "../series/series.ts";
import type { Setup } from "./setup.ts";
import { isMissing, type TestSeries } from "./test-series.ts";
import { roundUp, timelineOf, type Timeline } from "./timeline.ts";

export interface ScenarioOptions {
  readonly alert: AlertModel;
  readonly scenario: Scenario;
  readonly setup: Setup;
  /** Stands before the names of the scenes. */
  readonly prefix: string;
  readonly model: Model;
}

/** What a scenario comes to: when its alert fires, and as what. */
export interface ScenarioResult {
  readonly timeline: Timeline;
  /** When its condition holds, where that is known. */
  readonly known: Firing;
  /** What the labels of the result can be. */
  readonly labels: LabelMap;
  /** What goes bad beside what does not is an alert of its own. */
  readonly isApart: boolean;
  readonly expected: ExpectedFacts;
  readonly firing: Expectation;
  /** What fires when none of the series exist; undefined: nothing. */
  readonly absent: Expectation | undefined;
}

/** Works out what a scenario comes to, by evaluating its alert. */
export function resultOf(facts: ScenarioOptions): ScenarioResult {
  const { alert, scenario, setup, model } = facts;
  const branch = firingBranch(branchesOf(alert, model), setup.bad, "firing");
  const bounded = timelineOfScenario(facts, { kind: "unknown" });
  const known = firingOf({ alert, scenario, setup, model, bounded });
  const timeline = timelineOfScenario(facts, known);
  const labels = branch?.labels ?? new Map();
  const element = elementOf({ alert, scenario, setup, model, bounded }, known, timeline);
  const expected = { alert, scenario, labels, series: setup.bad, element };
  return {
    timeline,
    known,
    labels,
    isApart: branch !== undefined && tellsInstancesApart(branch, readingRules(setup.reads), setup),
    expected,
    firing: expectedOf(expected),
    absent: alert.whenMissing === "firing" ? whenMissing(facts) : undefined,
  };
}

/** @param firing when its condition holds, where that is known */
function timelineOfScenario(facts: ScenarioOptions, firing: Firing): Timeline {
  const { alert, scenario, setup } = facts;
  const { after = "0s", within = "0s" } = scenario;
  const afterMs = durationInMs(after) ?? 0;
  const { stepMs } = setup;
  const onset = firing.kind === "known" ? firing : { soonestMs: 0, afterMs };
  // What keeps it silent does so for a little when it is gone.
  const lateMs = roundUp(lingersMs(facts, "ok", "firing"), stepMs);
  return timelineOf({
    stepMs,
    stridesMs: setup.bad.map(({ strideMs }) => strideMs),
    reachMs: reachOfReads(setup.reads),
    soonestMs: onset.soonestMs + lateMs,
    afterMs: onset.afterMs + lateMs,
    badForMs: durationInMs(within) ?? 0,
    forMs: alert.forMs,
    keepFiringForMs: alert.keepFiringFor === undefined ? 0 : (durationInMs(alert.keepFiringFor) ?? 0),
    isExact: isAtOnce(scenario, setup),
    lingersMs: lingersMs(facts, "firing", "ok"),
  });
}

/** For how long the last values stand of what is there in one situation and not in the next: a failed scrape looks the same at first. */
function lingersMs({ alert, setup }: ScenarioOptions, from: Situation, to: Situation): number {
  const { bad, reads } = setup;
  const isRead = (selector: SelectorNode, one: TestSeries) =>
    isTakenBy(selector, one) || isRecordedOf(selector.metric, one, reads);
  const ending = bad.filter((one) => !isMissing(one, from) && isMissing(one, to));
  const lingering = ending.flatMap((one) =>
    alert.deployed.gaps.flatMap(({ selector, following, toleranceMs }) => {
      // Where another of them is there, it does not stand in.
      const isAlone = !bad.some((other) => isRead(selector, other) && !isMissing(other, to));
      return isRead(selector, one) && (following === undefined || isAlone)
        ? [toleranceMs - one.strideMs]
        : [];
    }),
  );
  return Math.max(0, ...lingering);
}

/** What fires when none of the series is there: absent() gives 1, and the labels that it asks for. */
function whenMissing({ alert, scenario, setup, model }: ScenarioOptions): Expectation {
  const branch = firingBranch(branchesOf(alert, model), setup.bad, "gone");
  const found = valueWithoutSeries(alert.node, (name) => recordedUnder(model, name));
  const [only, ...others] = typeof found === "number" ? [] : (found ?? []);
  const element = others.length === 0 ? only : undefined;
  const value = scenario.given.length === 0 ? expectedValue(scenario, alert) : 1;
  const labels = element?.labels ?? resultLabels(branch?.labels ?? new Map(), setup.bad);
  return expectedAlert(alert, labels, element?.value ?? value);
}
