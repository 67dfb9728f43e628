import type { Condition } from "../expression/condition.ts";
import {
  type AlertCondition,
  type ExprIn,
  type GaugeIn,
  type SelectorOf,
  expressionOf,
  typed,
} from "../expression/expression.ts";
import type { Gauge } from "../expression/series.ts";
import {
  type Indicator,
  type IndicatorWords,
  type JobVector,
  type PerJob,
  alwaysAs,
  upOf,
} from "./indicator.ts";
import { holds, type Given } from "../given.ts";

/** A gauge of the job `J`. */
interface GaugeOf<J extends string> extends SelectorOf<{ job: J }>, GaugeIn<string> {}

export interface TimeInOptions<J extends string> extends IndicatorWords {
  /** The gauge that is measured; time during which it has no value does not count. */
  readonly of: GaugeOf<J>;
  /** The rule test of the condition, for one instance: `holds(fps, { ok: 90, limit: 85, firing: 84.9 })`. */
  readonly scenario: Given;
}

/**
 * Measures time during which a condition holds.
 *
 * Time is counted in instances: if the condition holds for one of two, half of the time is bad.
 * @example timeIn(queue.gt(100), { of: queue, words: "of the time orders wait", scenario: fullQueue })
 * @refuses timeIn(queue, { of: queue, words: "of the time orders wait", scenario: fullQueue })
 */
export function timeIn<J extends string>(
  condition: AlertCondition<{ job: J }> & ExprIn<string>,
  { of, words, scenario }: TimeInOptions<NoInfer<J>>,
): Indicator {
  // Casts: the types have checked that it is one job; which one does not matter from here on.
  const bad = typed<Condition<PerJob, string>>(expressionOf(condition));
  const measured = typed<Gauge<PerJob, string>>(expressionOf(of));
  return {
    kind: "indicator",
    counts: "time",
    words,
    total: (): JobVector => measured.countBy("job").or(upOf(of).sumBy("job").mul(0)),
    totalExamples: [
      { given: [alwaysAs(scenario, "ok")], expect: 1 },
      { given: [holds(upOf(of), 1)], expect: 0 },
    ],
    bad: (total): JobVector => bad.countBy("job").or(total.mul(0)),
    badExamples: (total) => [
      { given: [alwaysAs(scenario, "firing"), holds(total, 1)], expect: 1 },
      { given: [alwaysAs(scenario, "limit"), holds(total, 1)], expect: 0 },
    ],
    onTargets: () => ({
      ok: [alwaysAs(scenario, "ok")],
      firing: [alwaysAs(scenario, "firing")],
    }),
  };
}
