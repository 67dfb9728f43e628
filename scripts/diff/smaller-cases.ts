import {
  eachLeftOut,
  moreLeftOut,
  type Shrinking,
  smallest,
} from "../../generators/review/trials/smaller.ts";
import type { Answer, Trial } from "../../generators/review/trials/trial.ts";
import type { Tried } from "../../generators/review/trials/tried.ts";
import { runTrials } from "./run-trials.ts";

/** What was seen in a trial. */
export interface Seen {
  readonly trial: Trial;
  readonly tried: Tried;
}

/** The same with no series in its cases that they do not need, for whoever reads them: two more calls of promtool. */
export async function withSmallerCases(
  all: readonly Seen[],
  promtool: { readonly path: string },
): Promise<Tried[]> {
  const begun = all.flatMap(({ trial, tried: { less, more } }) =>
    [less, more].flatMap((one) => (one && one.world.series.length > 1 ? [eachLeftOut(trial, one)] : [])),
  );
  const answers = await answersOf(begun, promtool);
  const further = begun.map((one, index) => moreLeftOut(one, answers[index] ?? []));
  const last = await answersOf(further, promtool);
  const found = new Map(further.map((one, index) => [one.of, smallest(one, last[index] ?? [])]));
  return all.map(({ tried }) => ({
    ...tried,
    less: tried.less && (found.get(tried.less) ?? tried.less),
    more: tried.more && (found.get(tried.more) ?? tried.more),
  }));
}

function answersOf(all: readonly Shrinking[], promtool: { readonly path: string }): Promise<Answer[][]> {
  return runTrials(
    all.map(({ trial }) => trial),
    promtool,
  );
}
