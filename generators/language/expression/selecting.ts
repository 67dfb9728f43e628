import type { Duration } from "../duration.ts";
import type { Labels, Matcher, Matchers, NoOther, Only } from "../label.ts";
import type { Condition } from "./condition.ts";
import { called, narrow, nodeOf, type Expression } from "./expression.ts";
import { isSameMatcher, labelMatcher } from "./label-matcher.ts";
import { rangeOf } from "./over-time.ts";
import type { SelectorOf } from "./phantom.ts";
import type { LabelMatcher, Moment, SelectorNode } from "../../promql/tree.ts";

/** A metric, or some of its series. */
export interface Selector<L extends Labels> extends SelectorOf<L> {
  /** Series with these labels: `{ method: "GET" }`, `{ method: ["GET", "HEAD"] }`, `{ status: /5../ }`. */
  where(matchers: Matchers<L>): this;
  /** Series with none of these labels. */
  whereNot(matchers: Matchers<L>): this;
  /** The values of that long ago; with a minus, of later. */
  offset(by: Duration | `-${Duration}`): this;
  /** The values at one moment, the same for the whole graph: the start or the end of the query, or seconds since 1970. */
  at(moment: "start()" | "end()" | number): this;
}

/** Whether series are missing. `Pinned` are the labels that the metric is always selected with, such as its job. */
export interface Missing<L extends Labels, Pinned extends string> {
  /** 1 when no series has these label values; the result has these labels, and the pinned ones. */
  absent<E extends Partial<L>>(equal?: E & NoOther<E, L>): Condition<MissingLabels<L, Pinned, E>, "none">;
  /** 1 when no series with these label values had a sample in the last `range`. */
  absentOverTime<E extends Partial<L>>(
    range: Duration,
    equal?: E & NoOther<E, L>,
  ): Condition<MissingLabels<L, Pinned, E>, "none">;
}

// An argument that was left out makes E its constraint, Partial<L>.
type MissingLabels<L extends Labels, Pinned extends string, E> = Only<
  L,
  Pinned | (Partial<L> extends E ? never : keyof E)
>;

type AnyMatchers = Readonly<Record<string, Matcher<string> | undefined>>;

export const selecting = {
  where(this: Expression, matchers: AnyMatchers) {
    return match(this, matchers, false);
  },
  whereNot(this: Expression, matchers: AnyMatchers) {
    return match(this, matchers, true);
  },
  offset(this: Expression, by: string) {
    return narrow(this, { ...selectorNodeOf(this), offset: by });
  },
  at(this: Expression, moment: Moment) {
    return narrow(this, { ...selectorNodeOf(this), at: moment });
  },
  absent(this: Expression, equal: AnyMatchers = {}) {
    const of = Object.keys(equal).length > 0 ? match(this, equal, false) : this;
    return called(of, "absent", nodeOf(of));
  },
  absentOverTime(this: Expression, range: string, equal: AnyMatchers = {}) {
    const of = match(this, equal, false);
    return called(of, "absent_over_time", rangeOf(of, range));
  },
};

function match(of: Expression, wanted: AnyMatchers, negated: boolean): Expression {
  const node = selectorNodeOf(of);
  const added = Object.entries(wanted).flatMap(([name, value]) => {
    return value === undefined ? [] : [labelMatcher(name, value, negated)];
  });
  const isNew = (matcher: LabelMatcher) => !node.matchers.some((present) => isSameMatcher(present, matcher));
  return narrow(of, { ...node, matchers: [...node.matchers, ...added.filter(isNew)] });
}

function selectorNodeOf(expression: Expression): SelectorNode {
  const node = nodeOf(expression);
  if (node.kind !== "selector") throw new TypeError("only a metric can be narrowed, not a result");
  return node;
}
