import {
  answersIn,
  type Answer,
  filesOfTrial,
  type Trial,
  trialFile,
} from "../../generators/review/trials/trial.ts";
import { cpuLimitFor } from "../../generators/targets/prometheus/rule-test-cost.ts";
import { testRules } from "../tools/test-rules.ts";

/** Has promtool evaluate all of these in one call: what each version gives at each moment. */
export async function runTrials(
  trials: readonly Trial[],
  promtool: { readonly path: string },
): Promise<Answer[][]> {
  if (trials.length === 0) return [];
  const folders = trials.map(filesOfTrial);
  const work = trials.flatMap(({ worlds, steps }) =>
    worlds.map(({ series }) => ({ groups: 1, evaluations: (series.length * steps) / samplesOfAnEvaluation })),
  );
  const { results } = await testRules(folders.flat(), {
    promtool,
    testFile: trialFile,
    cpuLimitMs: cpuLimitFor(work),
  });
  let at = 0;
  return trials.map((trial) => {
    const own = results.slice(at, (at += trial.worlds.length));
    return answersIn(
      trial,
      own.map((result) => (result?.hasRun ? result.failures : undefined)),
    );
  });
}

/** So many samples are loaded in the time in which a rule is evaluated. */
const samplesOfAnEvaluation = 40;
