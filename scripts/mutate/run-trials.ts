import { availableParallelism } from "node:os";
import { testRules } from "../tools/test-rules.ts";
import { aFewAtATime } from "../validate/a-few-at-a-time.ts";
import { filesOfTrial, testFileName, type Trial } from "./trial.ts";
import { cpuLimitOfTrials } from "./trial-work.ts";
import { resultOfTrial, type TrialResult } from "./trial-result.ts";

export interface TrialOptions {
  readonly promtool: { readonly path: string };
  /** Receives the result of each trial as soon as it is known. */
  readonly onDone: (trial: Trial, result: TrialResult) => void;
  /** Whether no more is to be begun. */
  readonly isStopped: () => boolean;
}

/** A start of promtool costs as much as five trials: with so many in one call it is a tenth of them. */
const mostPerCall = 64;

/** Runs all trials, many in one call of promtool, several calls at a time. */
export async function runTrials(trials: readonly Trial[], options: TrialOptions): Promise<void> {
  await aFewAtATime(batchesOf(trials), async (batch) => {
    if (!options.isStopped()) await runBatch(batch, options);
  });
}

/** Few enough that both processors have work to the end. */
function batchesOf(trials: readonly Trial[]): (readonly Trial[])[] {
  const size = Math.min(mostPerCall, Math.max(1, Math.ceil(trials.length / availableParallelism())));
  return Array.from({ length: Math.ceil(trials.length / size) }, (_, n) =>
    trials.slice(n * size, (n + 1) * size),
  );
}

/** Where a call ends without an answer, each of its trials is run by itself: the others have one. */
async function runBatch(batch: readonly Trial[], options: TrialOptions): Promise<void> {
  const call = await callPromtool(batch, options);
  if (!call.isComplete && batch.length > 1) {
    for (const trial of batch) if (!options.isStopped()) await runBatch([trial], options);
    return;
  }
  // What is interrupted together with signalbox has not failed.
  if (!call.isComplete && options.isStopped()) return;
  for (const [index, trial] of batch.entries()) {
    const result = call.results[index];
    options.onDone(trial, result ?? { kind: "broken", why: call.why });
  }
}

interface Call {
  /** Undefined where there is none. */
  readonly results: readonly (TrialResult | undefined)[];
  readonly isComplete: boolean;
  /** What promtool said instead. */
  readonly why: string;
}

async function callPromtool(batch: readonly Trial[], { promtool }: TrialOptions): Promise<Call> {
  const options = { promtool, testFile: testFileName, cpuLimitMs: cpuLimitOfTrials(batch) };
  const { results: read, why } = await testRules(batch.map(filesOfTrial), options);
  const results = batch.map((trial, index) => {
    const result = read[index];
    return result && resultOfTrial(trial, result);
  });
  return { results, isComplete: !results.includes(undefined), why };
}
