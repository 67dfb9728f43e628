import type { LabelMatcher, SelectorNode, Timestamp } from "../../promql/tree.ts";
import { type Duration, durationText } from "../duration.ts";
import type { Labels, Matcher, Matchers, NoOther, Shared } from "../label.ts";
import type { Condition } from "./condition.ts";
import { type Expression, type selected, called, reselect, nodeOf } from "./expression.ts";
import { rangeOf } from "./over-time.ts";

/**
 * A metric, or some of its series.
 * @refuses requests.rate("5m").where({ status: "500" })
 * @check matchers-find-series
 * @check selectors-are-pinned
 * @check expressions-are-valid
 */
export interface Selector<L extends Labels> {
  readonly [selected]: L;
  /**
   * Only series with these labels: `.where({ method: "GET" })`, `{ method: ["GET", "HEAD"] }`, `{ status: /5../ }`. Refuses labels and values that the metric does not have.
   * @example requests.where({ path: ["/cart", "/pay"], status: /5../ })
   * @refuses requests.where({ stauts: "500" })
   * @refuses requests.where({ status: "999" })
   */
  where(matchers: Matchers<L>): this;
  /**
   * Only series without these labels: `.whereNot({ method: "GET" })` is `…{method!="GET"}`.
   * @example requests.whereNot({ status: "200" }).rate("5m")
   */
  whereNot(matchers: Matchers<L>): this;
  /**
   * The values from that long ago: `… offset 1d`; with a minus, from later: `.offset("-1h")`.
   * @example requests.offset("1d").rate("5m")
   */
  offset(ago: Duration | `-${Duration}`): this;
  /**
   * The values at one time, the same for the whole graph: `… @ end()`. The start or the end of the query, or seconds since 1970.
   * @example memory.at("end()")
   */
  at(timestamp: "start()" | "end()" | number): this;
}

// `Pinned` are the labels that the metric is always selected with, such as its job.
/** Whether series are missing. */
export interface AbsenceMethods<L extends Labels, Pinned extends string> {
  /**
   * 1 when no series has these label values: `absent(…{job="shop"})`. The result has these labels, and those that are always matched.
   * @example requests.absent({ status: "200" })
   * @refuses requests.absent({ code: "200" })
   */
  absent<E extends Partial<L>>(equal?: E & NoOther<E, L>): Condition<MissingLabels<L, Pinned, E>, "none">;
  /**
   * 1 when no series with these label values had a sample in the last `range`: `absent_over_time(…[5m])`.
   * @example requests.absentOverTime("10m", { status: "200" })
   */
  absentOverTime<E extends Partial<L>>(
    range: Duration,
    equal?: E & NoOther<E, L>,
  ): Condition<MissingLabels<L, Pinned, E>, "none">;
}

// An argument that was left out makes E its constraint, Partial<L>.
type MissingLabels<L extends Labels, Pinned extends string, E> = Shared<
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
  offset(this: Expression, ago: string) {
    return reselect(this, { ...selectorNodeOf(this), offset: durationText(ago) });
  },
  at(this: Expression, timestamp: Timestamp) {
    return reselect(this, { ...selectorNodeOf(this), at: timestamp });
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
  return reselect(of, { ...node, matchers: [...node.matchers, ...added.filter(isNew)] });
}

function selectorNodeOf(expression: Expression): SelectorNode {
  const node = nodeOf(expression);
  if (node.kind !== "selector")
    throw new TypeError(
      "only a metric can be narrowed, not a result: call where() before functions and operators",
    );
  return node;
}

/** The matcher for what an author wrote after a label's name in `where()`, or in `whereNot()` when `negated`. */
export function labelMatcher(name: string, wanted: Matcher<string>, negated: boolean): LabelMatcher {
  const equal = negated ? "!=" : "=";
  const like = negated ? "!~" : "=~";
  if (wanted instanceof RegExp) return { name, op: like, value: patternText(wanted, name) };
  if (typeof wanted !== "string" && "variable" in wanted) {
    return { name, op: like, value: variableText(wanted.variable, name) };
  }
  // That it is none is said of all expressions, however they are written.
  if (typeof wanted !== "string" && "pattern" in wanted) return { name, op: like, value: wanted.pattern };
  const values = typeof wanted === "string" ? [wanted] : wanted;
  if (values.length === 0) throw new TypeError(`${name}: an empty list matches nothing; add a value`);
  const [only, ...others] = values;
  if (only !== undefined && others.length === 0 && spellings(name, only).length === 1) {
    return { name, op: equal, value: only };
  }
  return { name, op: like, value: values.map((value) => anySpelling(spellings(name, value))).join("|") };
}

/**
 * A JavaScript pattern as RE2 has it; `name` is the label it is for. The flags s and u change nothing: in Prometheus a dot is any character,
 * and characters are those of Unicode.
 */
export function patternText(pattern: RegExp, name: string): string {
  const flags = pattern.flags.replace(/[isu]/g, "");
  if (flags !== "") {
    throw new TypeError(
      `${name}: PromQL patterns have only the flag i, and s and u by themselves; remove ${flags} from /${pattern.source}/${pattern.flags}`,
    );
  }
  // JavaScript escapes the slash because it ends a literal, which RE2 does not have, and writes characters by their number with a u.
  const text = pattern.source.replace(
    /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|([\s\S]))/g,
    (escape, point?: string, unit?: string, escaped?: string) => {
      const hex = point ?? unit;
      return hex === undefined ? (escaped === "/" ? "/" : escape) : `\\x{${hex}}`;
    },
  );
  return pattern.ignoreCase ? `(?i)${text}` : text;
}

function variableText(variable: string, name: string): string {
  if (!/^\w+$/.test(variable)) {
    throw new TypeError(
      `${name}: '${variable}' is not the name of a dashboard variable; write it without $ and braces`,
    );
  }
  return `$${variable}`;
}

function spellings(name: string, value: string): readonly string[] {
  return name === "le" || name === "quantile" ? boundSpellings(value) : [value];
}

function anySpelling([written = "", stored]: readonly string[]): string {
  if (stored === undefined) return escapePattern(written);
  if (stored === `${written}.0`) return `${escapePattern(written)}(\\.0)?`;
  return `${escapePattern(written)}|${escapePattern(stored)}`;
}

/** A text as a pattern that matches nothing else. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** Whether two matchers ask for the same. */
export function isSameMatcher(a: LabelMatcher, b: LabelMatcher): boolean {
  return a.name === b.name && a.op === b.op && a.value === b.value;
}

/**
 * How the value of an `le` or `quantile` label may be spelled in a stored series.
 *
 * A bound of 1 is exposed as `1` by most clients, and Prometheus 3 stores it as `1.0`; 1000000 becomes `1e+06`. The first
 * spelling is the one given, the second, where it differs, that of Prometheus 3.
 */
export function boundSpellings(bound: string): readonly string[] {
  const value = Number(bound);
  if (bound === "" || !Number.isFinite(value)) return [bound];
  const stored = openMetricsNumber(value);
  return stored === bound ? [bound] : [bound, stored];
}

/** A number as OpenMetrics wants bounds: Go's shortest form, with a point or an exponent. */
function openMetricsNumber(value: number): string {
  const text = goNumber(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** A number as Go prints it with %g: with an exponent below 0.0001 and from a million on. */
function goNumber(value: number): string {
  if (value === 0) return "0";
  const [digits = "", power = ""] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return decimal(digits, exponent);
  return `${digits}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

/** `digits × 10^exponent` without an exponent; JavaScript itself writes numbers of this size so. */
function decimal(digits: string, exponent: number): string {
  return String(Number(`${digits}e${exponent}`));
}
