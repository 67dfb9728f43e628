import type { Answer, Trial, World } from "./trial.ts";
import { type Case, isCaseOf } from "./tried.ts";

/** A case that may show the same on fewer series. */
export interface Shrinking {
  readonly of: Case;
  /** Of its series by their numbers, those that may be left out together. */
  readonly without: readonly (readonly number[])[];
  /** What promtool is to evaluate: for each of these a world that has the others. */
  readonly trial: Trial;
}

/** First each of the series is left out by itself. */
export function eachLeftOut(trial: Trial, of: Case): Shrinking {
  const numbers = of.world.series.map((_, index) => [index]);
  return leavingOut(trial, of, numbers);
}

/** Then those that may be: the first two of them, three, and so on. */
export function moreLeftOut({ trial, ...shrinking }: Shrinking, answers: readonly Answer[]): Shrinking {
  const single = stillShown({ trial, ...shrinking }, answers).flat();
  return leavingOut(
    trial,
    shrinking.of,
    single.map((_, index) => single.slice(0, index + 1)),
  );
}

/** The case with as many series left out as possible. */
export function smallest(shrinking: Shrinking, answers: readonly Answer[]): Case {
  const { of } = shrinking;
  const last = stillShown(shrinking, answers).at(-1);
  return last === undefined ? of : { ...of, world: worldWithout(of.world, last) };
}

function leavingOut(trial: Trial, of: Case, without: Shrinking["without"]): Shrinking {
  const worlds = without.map((numbers) => worldWithout(of.world, numbers));
  return { of, without, trial: { ...trial, worlds } };
}

function worldWithout(world: World, numbers: readonly number[]): World {
  return { ...world, series: world.series.filter((_, index) => !numbers.includes(index)) };
}

function stillShown({ of, without, trial }: Shrinking, answers: readonly Answer[]): (readonly number[])[] {
  return without.filter((_, index) =>
    answers.some((answer) => answer.world === trial.worlds[index] && isCaseOf(answer, of.fires)),
  );
}
