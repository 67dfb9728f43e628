import type { Condition } from "../expression/condition.ts";
import { expressionOf, typed } from "../expression/expression.ts";
import type { Gauge } from "../expression/gauge.ts";
import type { AlertCondition, ExprIn } from "../expression/phantom.ts";
import { holds } from "../plays.ts";
import type { Play } from "../scenario.ts";
import { constantPlay } from "./constant-play.ts";
import type { Indicator, IndicatorWords } from "./indicator.ts";
import { upOf } from "./job-up.ts";
import type { JobVector, PerJob } from "./per-job.ts";

export interface TimeInOptions<J extends string> extends IndicatorWords {
  /** What is measured at all: time in which it has no value does not count. */
  readonly of: Gauge<{ job: J }, string>;
  /** What proves the condition, of one instance: `holds(fps, { ok: 90, limit: 85, firing: 84.9 })`. */
  readonly scenario: Play;
}

/**
 * Time in which a condition holds, of the time that is measured: `timeIn(fps.lt(85), { of: fps, … })`.
 *
 * Time is counted in instances: of two that are measured one may be bad.
 */
export function timeIn<J extends string>(
  condition: AlertCondition<{ job: J }> & ExprIn<string>,
  { of, words, scenario }: TimeInOptions<NoInfer<J>>,
): Indicator {
  // Casts: which job it is was asked of the author, and does not matter from here on.
  const bad = typed<Condition<PerJob, string>>(expressionOf(condition));
  const measured = typed<Gauge<PerJob, string>>(expressionOf(of));
  return {
    kind: "indicator",
    counts: "time",
    words,
    total: (): JobVector => measured.countBy("job").or(upOf(of).sumBy("job").mul(0)),
    totalExamples: [
      { given: [constantPlay(scenario, "ok")], expect: 1 },
      { given: [holds(upOf(of), 1)], expect: 0 },
    ],
    bad: (total): JobVector => bad.countBy("job").or(total.mul(0)),
    badExamples: (total) => [
      { given: [constantPlay(scenario, "firing"), holds(total, 1)], expect: 1 },
      { given: [constantPlay(scenario, "limit"), holds(total, 1)], expect: 0 },
    ],
    onTargets: () => ({
      ok: [constantPlay(scenario, "ok")],
      firing: [constantPlay(scenario, "firing")],
    }),
  };
}
