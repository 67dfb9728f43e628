import { jobNames } from "../model/lookups.ts";
import { durationInMs } from "../language/duration.ts";
import {
  limitCase,
  idleCase,
  missingCase,
  okCase,
  restartCase,
  firingCase,
  type CaseOptions,
} from "./alert-cases.ts";
import { decoysOf } from "./decoys.ts";
import { endingCase } from "./ending-case.ts";
import type { Expectation } from "./expected-alert.ts";
import { endsWithScrape } from "./gap-case.ts";
import { firesFrom, isAtOnce } from "./firing.ts";
import { otherScenes, type PlayedScenes } from "./other-scenes.ts";
import type { Trace, RuleTestComplaint } from "./rule-test.ts";
import { newTargetCase } from "./new-target-case.ts";
import { oneOfSeveralCase } from "./one-of-several-case.ts";
import type { SceneOutcome } from "./outcome-scene.ts";
import { complaintsOfScenario } from "./scenario-complaints.ts";
import { resultOf, type ScenarioOptions, type ScenarioResult } from "./scenario-result.ts";
import { worseCase } from "./worse-case.ts";
import type { Scene } from "./scenes.ts";
import type { ExpectedAlert } from "./test-file.ts";

/** The scenes of one scenario, or what keeps it from having any. */
export interface ScenarioTests {
  readonly trace: Trace;
  readonly scenes: readonly Scene[];
  readonly complaints: readonly RuleTestComplaint[];
}

/** Makes scenes of a scenario. */
export function testsOfScenario(facts: ScenarioOptions): ScenarioTests {
  const { scenario, setup } = facts;
  const result = resultOf(facts);
  const { timeline, isApart, firing } = result;
  const shown = isApart ? setup : { ...setup, good: [] };
  const trace = {
    series: shown.bad,
    others: shown.good,
    isExact: isAtOnce(scenario, setup),
    timeline: scenario.given.length === 0 ? undefined : timeline,
    silences: [],
    unplayed: [],
  };
  const complaints = complaintsOfScenario(facts, result);
  const expected = alertOf(firing);
  if (complaints.length > 0 || !expected) return { trace, scenes: [], complaints };
  const cases = casesOf({ ...facts, setup: shown }, result, expected);
  const ended = cases.withinMs === undefined ? endsWithScrape(cases, facts.model) : [];
  if (ended.length > 0) return { trace, scenes: [], complaints: ended };
  const own = scenesOf(cases, facts, result);
  const more = outcomesOf(cases, facts, result);
  const because = "what it then does cannot be worked out" as const;
  const unknown = more.flatMap(({ unplayed }) =>
    unplayed.map((shows) => ({ shows: `${facts.prefix}${shows}`, because })),
  );
  return {
    trace: {
      ...trace,
      stopsMs: cases.fires?.toMs,
      silences: more.flatMap(({ silences }) => silences),
      unplayed: [...own.unplayed, ...unknown],
    },
    scenes: [...own.scenes, ...more.flatMap((one) => one.scenes)],
    complaints,
  };
}

function casesOf(
  { alert, scenario, setup, prefix, model }: ScenarioOptions,
  { timeline, known, absent }: ScenarioResult,
  expected: ExpectedAlert,
): CaseOptions {
  const decoys = decoysOf(setup.bad, setup.reads, jobNames(model));
  const withinMs = scenario.within === undefined ? undefined : (durationInMs(scenario.within) ?? 0);
  const fires = withinMs === undefined ? undefined : firesFrom(alert, known, timeline);
  const missing = absent && alertOf(absent);
  return { alert, prefix, setup, timeline, decoys, expected, missing, withinMs, fires };
}

/** What the alert does where its scenario does not say it */
function outcomesOf(
  cases: CaseOptions,
  { scenario, setup, model }: ScenarioOptions,
  { labels }: ScenarioResult,
): readonly SceneOutcome[] {
  if (scenario.given.length === 0) return [];
  const others = labels.has("instance") ? [] : setup.good;
  return outcomes.map((caseOf) => caseOf({ ...cases, model, others }));
}

/** What an alert does where its scenario does not say it; of one that comes and goes, whether it fires at least once. */
const outcomes = [worseCase, newTargetCase, oneOfSeveralCase];

function scenesOf(
  cases: CaseOptions,
  { scenario: { given }, model }: ScenarioOptions,
  result: ScenarioResult,
): PlayedScenes {
  const { absent } = result;
  const missing = missingCase(cases, absent && alertOf(absent));
  // An alert that reads nothing has nothing else to show.
  if (given.length === 0) return { scenes: [missing], unplayed: [] };
  const own = [
    okCase(cases),
    limitCase(cases),
    firingCase(cases),
    ...endingCase(cases),
    missing,
    ...restartCase(cases),
    ...idleCase(cases),
  ];
  const others = otherScenes(cases, result, model);
  return { ...others, scenes: [...own, ...others.scenes] };
}

function alertOf(expectation: Expectation): ExpectedAlert | undefined {
  return "alert" in expectation ? expectation.alert : undefined;
}
