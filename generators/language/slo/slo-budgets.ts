import type { RuleDuration } from "../duration.ts";
import { ratioOf } from "../expression/generic.ts";
import { holds } from "../plays.ts";
import { promql } from "../promql.ts";
import { factor } from "../quantity.ts";
import { recordingNamed } from "../recording.ts";
import { withoutNoise } from "./plain-ratio.ts";
import type { JobGauge, PerJob } from "./per-job.ts";
import type { SloCounts } from "./slo-counts.ts";
import { nothingExamples, windowExample } from "./slo-examples.ts";
import { recordingName, type SloFacts } from "./slo-facts.ts";
import { meansOf, type SloRatios } from "./slo-ratios.ts";

/** What the whole windows of an SLO say. */
export interface SloBudgets {
  /** By window: the share that was bad. */
  readonly ratios: SloRatios;
  /** By window: the share of the budget that is left. */
  readonly left: SloRatios;
}

/** Over a whole window everything counts, however little it is; only nothing has no share. */
export function sloBudgets(facts: SloFacts, counts: SloCounts): SloBudgets {
  const ratios = new Map(facts.windows.map((window) => [window, wholeRatio(facts, counts, window)] as const));
  const left = new Map([...ratios].map(([window, ratio]) => [window, budgetLeft(facts, ratio, window)]));
  return { ratios, left };
}

function wholeRatio(facts: SloFacts, counts: SloCounts, window: RuleDuration): JobGauge<"ratio"> {
  const { bad, total } = meansOf(counts, window);
  const expr = ratioOf<PerJob, string>(bad, total.gt(0).series());
  return recordingNamed(recordingName(facts, `bad:ratio_${window}`), expr, {
    help: `How much ${facts.indicator.words}, over ${window}.`,
    group: facts.groups.budgets,
    example: [windowExample(counts, window, 1), ...nothingExamples(counts)],
  });
}

function budgetLeft(facts: SloFacts, ratio: JobGauge<"ratio">, window: RuleDuration): JobGauge<"ratio"> {
  const { budget, budgetQuantity, options, groups } = facts;
  const expr = promql<PerJob, "ratio">`1 - ${ratio} / ${budgetQuantity}`.as("ratio");
  return recordingNamed(recordingName(facts, `budget:left_${window}`), expr, {
    help: `How much of the budget of "${options.title}" is left, of ${window}; below 0 the objective is missed.`,
    group: groups.budgets,
    // A quarter of it is gone; then twice of it.
    example: [
      { given: [holds(ratio, factor(withoutNoise(budget * 0.25)))], expect: factor(0.75) },
      { given: [holds(ratio, factor(withoutNoise(budget * 2)))], expect: factor(-1) },
    ],
  });
}
