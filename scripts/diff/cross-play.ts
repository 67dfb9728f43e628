import { apartOf } from "../../generators/review/apart.ts";
import { valueBetween } from "../../generators/review/between.ts";
import {
  afterPlay,
  firesFromOf,
  nextValues,
  playAt,
  searchOf,
  type LevelSearch,
} from "../../generators/review/level-search.ts";
import { oneLevelOf, withLevel, type OneLevel } from "../../generators/review/one-level.ts";
import type { Play } from "../../generators/review/play.ts";
import type {
  BothSides,
  FiresFrom,
  PlayedOutcome,
  PlayedPair,
  PlayedScenario,
  Witness,
} from "../../generators/review/played.ts";
import { stagesOf, type AlertVersion, type Stage } from "../../generators/review/stage.ts";
import { timesOfPair } from "../../generators/review/times-of-alert.ts";
import { playApart } from "./play-apart.ts";
import { runPlays } from "./run-plays.ts";

type Promtool = { readonly path: string };

/** A scenario on its way through promtool. */
interface Course {
  readonly stage: Stage;
  readonly level: OneLevel | { readonly why: string };
  /** Of the base, then of the head; none where there is no level. */
  readonly searches: readonly LevelSearch[];
}

/**
 * Plays the scenarios of both versions of each alert on both, and finds from which value on each fires.
 *
 * All alerts together are a few calls of promtool: what each does in the scenarios and at the values that are likely, then the values
 * between, and in the end one at which the versions differ.
 */
export async function crossPlay(
  pairs: readonly BothSides<AlertVersion>[],
  promtool: Promtool,
): Promise<PlayedPair[]> {
  const begun = pairs.map(coursesOf);
  const wholes = begun.flat().flatMap(({ stage }) => wholePlays(stage));
  const first = await playedNext(begun.flat(), wholes, promtool);
  let { courses } = first;
  while (courses.some(({ searches }) => searches.some((one) => nextValues(one).length > 0)))
    ({ courses } = await playedNext(courses, [], promtool));
  const witnesses = await witnessesOf(courses, promtool);
  const apart = await playApart(pairs.map(apartOf), promtool);
  const scenarios = courses.map((course, index) =>
    scenarioOf(course, first.outcomes.slice(4 * index, 4 * index + 4), witnesses[index]),
  );
  return pairs.map(({ base, head }, index) => {
    const stages = (begun[index] ?? []).map(({ stage }) => stage);
    const played = scenarios.splice(0, stages.length);
    const isFired = stages.filter((_, at) => bothFire(played[at]));
    return {
      alert: { base: base.alert.name, head: head.alert.name },
      scenarios: played,
      apart: apart[index] ?? [],
      times: timesOfPair(
        { base, head },
        isFired.map(({ scenario }) => scenario),
      ),
    };
  });
}

function bothFire(scenario: PlayedScenario | undefined): boolean {
  const { base, head } = scenario?.outcomes ?? {};
  return base?.kind === "fires" && head?.kind === "fires";
}

function coursesOf(pair: BothSides<AlertVersion>): Course[] {
  const alerts = [pair.base.alert, pair.head.alert];
  const staged = stagesOf(pair).map((stage) => {
    const level =
      stage.complaint === undefined ? oneLevelOf(stage.scenario, alerts) : { why: stage.complaint };
    return { stage, level };
  });
  const levels = staged.flatMap(({ level }) => ("why" in level ? [] : [level]));
  return staged.map(({ stage, level }) => {
    if ("why" in level) return { stage, level, searches: [] };
    const others = levels.filter((one) => one !== level && one.unit === level.unit);
    return {
      stage,
      level,
      searches: [searchOf(stage, "base", level, others), searchOf(stage, "head", level, others)],
    };
  });
}

/** As bad as the scenario says, and without any series: each on both versions. */
function wholePlays(stage: Stage): Play[] {
  const { scenario } = stage;
  return [
    { stage, version: "base", scenario, isEnded: true },
    { stage, version: "head", scenario, isEnded: true },
    { stage, version: "base", scenario: undefined, isEnded: false },
    { stage, version: "head", scenario: undefined, isEnded: false },
  ];
}

/** The courses after one more call of promtool, which plays some others as well. */
async function playedNext(
  courses: readonly Course[],
  others: readonly Play[],
  promtool: Promtool,
): Promise<{ readonly courses: readonly Course[]; readonly outcomes: readonly PlayedOutcome[] }> {
  const values = courses.flatMap(({ searches }) =>
    searches.flatMap((search) => nextValues(search).map((number) => ({ search, number }))),
  );
  const plays = values.map(({ search, number }) => playAt(search, number));
  const outcomes = await runPlays([...others, ...plays], promtool);
  const found = outcomes.slice(others.length);
  const after = (search: LevelSearch): LevelSearch =>
    values.reduce((one, value, index) => {
      const outcome = found[index];
      return value.search === search && outcome ? afterPlay(one, value.number, outcome) : one;
    }, search);
  return {
    courses: courses.map((course) => ({ ...course, searches: course.searches.map(after) })),
    outcomes: outcomes.slice(0, others.length),
  };
}

/** For each course a value on which the versions differ, and what they do; undefined where there is none. */
async function witnessesOf(courses: readonly Course[], promtool: Promtool): Promise<(Witness | undefined)[]> {
  const values = courses.map((course) => valueBetween(firesFrom(course)));
  const plays = courses.flatMap(({ stage, level }, index): Play[] => {
    const value = values[index];
    if (value === undefined || "why" in level) return [];
    const scenario = withLevel(stage.scenario, level, value);
    return [
      { stage, version: "base", scenario, isEnded: true },
      { stage, version: "head", scenario, isEnded: true },
    ];
  });
  const outcomes = await runPlays(plays, promtool);
  return values.map((value, index) => {
    if (value === undefined) return undefined;
    const at = plays.findIndex(({ stage }) => stage === courses[index]?.stage);
    const [base, head] = outcomes.slice(at, at + 2);
    return base && head && { value, outcomes: { base, head } };
  });
}

function firesFrom({ level, searches }: Course): BothSides<FiresFrom> {
  const none: FiresFrom = { kind: "none", why: "why" in level ? level.why : "" };
  const [base = none, head = none] = searches.map(firesFromOf);
  return { base, head };
}

function scenarioOf(
  course: Course,
  outcomes: readonly PlayedOutcome[],
  witness: Witness | undefined,
): PlayedScenario {
  const { stage, level } = course;
  const { of, index, versions, scenario, complaint } = stage;
  const unplayed: PlayedOutcome = { kind: "unplayed", why: complaint ?? "promtool gave no answer" };
  const known = complaint === undefined ? outcomes : [];
  const [base = unplayed, head = unplayed, baseMissing = unplayed, headMissing = unplayed] = known;
  return {
    of,
    index,
    place: scenario.given[0]?.place ?? versions[of].alert.place,
    outcomes: { base, head },
    unit: "why" in level ? undefined : level.unit,
    firesFrom: firesFrom(course),
    witness,
    missing: { base: baseMissing, head: headMissing },
  };
}
