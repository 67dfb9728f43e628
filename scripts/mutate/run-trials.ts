import { availableParallelism } from "node:os";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runTool, type ToolResult } from "../tools/run-tool.ts";
import { aFewAtATime } from "../validate/a-few-at-a-time.ts";
import { inTemporaryFolder } from "../validate/temporary-folder.ts";
import { junitResults } from "./junit.ts";
import { goSettings } from "../validate/runners/call-program.ts";
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

function callPromtool(batch: readonly Trial[], { promtool }: TrialOptions): Promise<Call> {
  const folders = batch.map((trial, index) =>
    Object.entries(filesOfTrial(trial)).map(([path, text]) => [`${index}/${path}`, text] as const),
  );
  const paths = batch.map((_, index) => `${index}/${testFileName}`);
  return inTemporaryFolder(Object.fromEntries(folders.flat()), async (folder) => {
    const args = ["test", "rules", "--junit=results.xml", ...paths];
    const env = { ...process.env, ...goSettings };
    const cpuLimitMs = cpuLimitOfTrials(batch);
    const why = await runTool(promtool, args, { cwd: folder, env, cpuLimitMs }).then(whyNone, whyNot);
    const read = junitResults(readResults(folder));
    const results = batch.map((trial, index) => {
      const result = read.get(paths[index] ?? "");
      return result && resultOfTrial(trial, result);
    });
    return { results, isComplete: !results.includes(undefined), why };
  });
}

function whyNot(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function whyNone({ code, stderr }: ToolResult): string {
  const said = stderr.trim();
  return `promtool ended with code ${code} and wrote no results${said === "" ? "" : `: ${said}`}`;
}

/** Empty where promtool did not come to write any. */
function readResults(folder: string): string {
  try {
    return readFileSync(join(folder, "results.xml"), "utf8");
  } catch {
    return "";
  }
}
