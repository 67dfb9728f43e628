import type { RuleDuration } from "../duration.ts";
import {
  type CounterIn,
  type SelectorOf,
  expressionOf,
  reselect,
  nodeOf,
  typed,
  unitOf,
} from "../expression/expression.ts";
import { isSameMatcher } from "../expression/selector.ts";
import type { Counter } from "../expression/series.ts";
import type { Labels } from "../label.ts";
import { type Indicator, type IndicatorWords, type JobVector, type PerJob, upOf } from "./indicator.ts";
import type { LabelMatcher, SelectorNode } from "../../promql/tree.ts";
import { holds, runs, share } from "../given.ts";
import { ratio } from "../quantity.ts";

/** A counter of the job `J`. */
interface CounterOf<J extends string> extends SelectorOf<{ job: J }>, CounterIn<string> {}

export interface FailingOptions<J extends string> extends IndicatorWords {
  /** The counter of all events, good and bad. Of the same job as the bad ones; others are refused. */
  readonly of: CounterOf<J>;
}

/**
 * Measures events that fail.
 *
 * Both are counters of one job. Without events, nothing fails.
 * @example failing(failed, { of: requests, words: "of the requests fail" })
 * @refuses failing(failed, { of: otherRequests, words: "of the requests fail" })
 */
export function failing<J extends string>(
  bad: CounterOf<J>,
  { of, words }: FailingOptions<NoInfer<J>>,
): Indicator {
  // Casts: the types have checked that it is one job; which one does not matter from here on.
  const [some, all] = [bad, of].map((one) => typed<Counter<PerJob, string>>(expressionOf(one)));
  if (!some || !all) throw new TypeError("failing() takes two counters: the bad events, and all of them");
  const rateOf = (counter: Counter<PerJob, string>, window: RuleDuration): JobVector =>
    counter
      .rate(window)
      .sumBy("job")
      .as(unitOf(all.rate(window)));
  return {
    kind: "indicator",
    counts: "events",
    words,
    total: (window) => rateOf(all, window).or(upOf(of).sumBy("job").mul(0)),
    // 3 and 7 would be 10 of any kind; up alone is no traffic.
    totalExamples: [
      { given: [runs(all, 10)], expect: 10 },
      { given: [holds(upOf(of), 1)], expect: 0 },
    ],
    bad: (total, window) => rateOf(some, window).or(total.mul(0)),
    badExamples: (total) => [
      { given: [runs(some, 2), holds(total, 10)], expect: 2 },
      { given: [holds(total, 10)], expect: 0 },
    ],
    onTargets: (share) => onTargets(some, all, share),
  };
}

function onTargets(
  some: Counter<Labels, string>,
  all: Counter<Labels, string>,
  bad: number,
): ReturnType<Indicator["onTargets"]> {
  const rest = othersOf(some, all);
  if (rest) return { ok: [share(some, rest, 0)], firing: [share(some, rest, ratio(bad))] };
  // Two metrics: both count what fails.
  return { ok: [runs(some, 0), runs(all, 100)], firing: [runs(some, 100 * bad), runs(all, 100)] };
}

/** The series of `all` that are not in `some`; undefined if they are of two metrics. */
function othersOf(
  some: Counter<Labels, string>,
  all: Counter<Labels, string>,
): Counter<Labels, string> | undefined {
  const [part, whole] = [nodeOf(some), nodeOf(all)];
  if (part.kind !== "selector" || whole.kind !== "selector" || part.metric !== whole.metric) return undefined;
  const own = part.matchers.find((matcher) => !whole.matchers.some((other) => isSameMatcher(matcher, other)));
  if (!own) return undefined;
  const node: SelectorNode = { ...whole, matchers: [...whole.matchers, opposite(own)] };
  return typed(reselect(expressionOf(all), node));
}

function opposite(matcher: LabelMatcher): LabelMatcher {
  const ops = { "=": "!=", "!=": "=", "=~": "!~", "!~": "=~" } as const;
  return { ...matcher, op: ops[matcher.op] };
}
