import { join } from "node:path";
import { excess, goals, verdict, wanted, watchGoal, type Goal } from "./goals.ts";
import { measureInTurn, type Trial } from "./in-turn.ts";
import { emptyPlace } from "./lay-out.ts";
import { copyOf, npmRun, type ProjectPlace } from "./place.ts";
import { buildTrials, diffTrials, nameOf, onlyRulesTrials, trialsAfterBuild } from "./states.ts";
import { median } from "./statistics.ts";
import { markdownTable } from "./table.ts";
import { measureWatch } from "./watch.ts";

/** What people wait for; the build in a process that watches too. */
export const peopleCommands = ["build", "validate", "mutate", "diff", "test"] as const;
export type PeopleCommand = (typeof peopleCommands)[number];

export interface PeopleRequest {
  /** This checkout, and one of an older edition to compare with. */
  readonly checkouts: { readonly own: string; readonly first?: string };
  readonly command: PeopleCommand;
  readonly rounds: number;
  /** Where the copies are made. */
  readonly folder: string;
  readonly say: (line: string) => void;
}

/** What a command took, of this edition and of the first; in CPU seconds, or in wall seconds where it watches. */
export interface Row {
  readonly goal: Goal;
  readonly own: number;
  readonly first: number | undefined;
}

/** Measures a command in copies of the checkouts, each edition in turn. */
export async function measurePeople(request: PeopleRequest): Promise<string> {
  const { checkouts, command, rounds, folder, say } = request;
  const own = copyOf(checkouts.own, join(folder, "own"));
  // The first edition did not know what a change does.
  const hasFirst = checkouts.first !== undefined && command !== "diff";
  const first = hasFirst ? copyOf(checkouts.first, join(folder, "first")) : undefined;
  const trials = goals.flatMap(({ what }) => [
    ...trialsOf(command, own, checkouts.own).filter(({ name }) => name === what),
    ...(first === undefined ? [] : trialsOf(command, first, checkouts.first ?? "")).flatMap((trial) =>
      trial.name === what ? [{ ...trial, name: ofFirst(what) }] : [],
    ),
  ]);
  const empty: Trial = { name: emptyName, start: npmRun(emptyPlace(folder), "empty") };
  const medians = await measureInTurn([empty, ...trials], rounds, say);
  const rows: Row[] = goals.flatMap((goal) => {
    const took = medians.get(goal.what);
    if (took === undefined) return [];
    return [{ goal, own: took.cpuSeconds, first: medians.get(ofFirst(goal.what))?.cpuSeconds }];
  });
  const watched =
    command === "build" ? [await watchRow(own, medians.get(firstBuild)?.wallSeconds, rounds)] : [];
  return peopleTable([...rows, ...watched], medians.get(emptyName)?.cpuSeconds ?? 0);
}

const emptyName = "npm run, nothing";
const ofFirst = (what: string) => `${what}, first edition`;
const firstBuild = ofFirst("build, one threshold changed");

async function watchRow(own: ProjectPlace, first: number | undefined, rounds: number): Promise<Row> {
  return { goal: watchGoal, own: median(await measureWatch(own, rounds)), first };
}

function trialsOf(command: PeopleCommand, place: ProjectPlace, checkout: string): Trial[] {
  switch (command) {
    case "build":
      return [...buildTrials(place), ...onlyRulesTrials(place)];
    case "diff":
      return diffTrials(place);
    case "test":
      // The tests change nothing of the checkout, and need all of it.
      return [{ name: "npm test", start: { program: "npm", args: ["test", "--silent"], folder: checkout } }];
    default:
      return trialsAfterBuild(place, command);
  }
}

/** What was measured beside what is wanted. */
export function peopleTable(rows: readonly Row[], empty: number): string {
  const build = rows.find(({ goal }) => goal.what === nameOf("build", "one threshold changed"))?.own;
  const heads = ["what", "CPU s", "first edition", "of the first", "× empty", "wanted", "", "go for"];
  const cells = rows.map(({ goal, own, first }) => [
    goal === watchGoal ? `${goal.what}, wall s` : goal.what,
    own.toFixed(2),
    first === undefined ? "–" : first.toFixed(2),
    first === undefined ? "–" : `1/${(first / own).toFixed(1)}`,
    goal === watchGoal ? "–" : (own / empty).toFixed(1),
    wanted(goal),
    verdict(excess(goal, own, first, { empty, build })),
    goal.goFor ?? "",
  ]);
  const emptyRow = ["an empty `npm run`", empty.toFixed(2), "–", "–", "1.0", "", "", ""];
  return markdownTable(heads, [emptyRow, ...cells], [0, 5, 6, 7]);
}
