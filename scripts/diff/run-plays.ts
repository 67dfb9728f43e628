import { cpuLimitFor } from "../../generators/targets/prometheus/rule-test-cost.ts";
import { filesOfPlay, outcomeOf, playFile, type Play } from "../../generators/review/play.ts";
import type { PlayedOutcome } from "../../generators/review/played.ts";
import { testRules } from "../tools/test-rules.ts";

/** Has promtool play all of these in one call. */
export async function runPlays(
  plays: readonly Play[],
  promtool: { readonly path: string },
): Promise<PlayedOutcome[]> {
  if (plays.length === 0) return [];
  const { results, why } = await testRules(plays.map(filesOfPlay), {
    promtool,
    testFile: playFile,
    cpuLimitMs: cpuLimitFor(plays.map(workOf)),
  });
  return plays.map((play, index) => {
    const result = results[index];
    return result?.hasRun ? outcomeOf(play, result.failures) : { kind: "unplayed", why };
  });
}

function workOf({ stage, version }: Play) {
  const steps = stage.endMs / stage.stepMs[version];
  return { groups: 1, evaluations: steps * stage.around[version].rules.length };
}
