import { type Bracketed, call, chain, type Chain, type Code, list, object, text } from "../../code/code.ts";
import { quantityCode } from "../../../generators/text/quantity-code.ts";
import type { KnownMetric } from "../find-metric.ts";
import type { Refused } from "../known-project.ts";
import type { Condition, ConditionWishes } from "./condition.ts";
import { levelsAround, type NumberLevels } from "./levels.ts";
import { select, type SelectedMetric } from "./selected-metric.ts";
import { levelsCode, thresholdIn } from "./threshold.ts";

/** So much of the whole there is in the scenario: whoever asked for more than 1, and not for more than 0, would notice. */
const whole = 1;

/** What the other metric is: all of it, as all requests are beside those that fail, or the rest, as those that do not fail. */
export type Other = "all" | "rest";

/** One metric as a share of another one, or of both together: errors of all requests, rollbacks of rollbacks and commits. */
export function ofShare(
  part: KnownMetric,
  of: KnownMetric,
  other: Other,
  wishes: ConditionWishes,
): Condition | Refused {
  const [some, all] = [select(part, wishes.where), select(of, undefined)];
  if ("refused" in some) return some;
  if ("refused" in all) return all;
  const why = whyNoShare(some, all) ?? (other === "rest" ? whyNotTogether(some, all) : undefined);
  if (why !== undefined) return { refused: why };
  const written = wishes.threshold ?? "80%";
  const threshold = thresholdIn("ratio", written);
  if (typeof threshold !== "number") return threshold;
  if (threshold <= 0 || threshold >= 1)
    return { refused: `A share lies between 0 and 100 %: write --above 80%, and not ${written}.` };
  const limit = quantityCode(threshold, "ratio");
  const levels = bounded(levelsAround(threshold, wishes.side, false));
  const rest = other === "rest" ? all : restOf(some, all, wishes.where);
  const scenario = rest === undefined ? ofAll(some, all, levels) : besideRest(some, rest, levels);
  const shown = shareCode(some, all, other);
  return {
    expr: chain(shown, call(wishes.side === "above" ? "gt" : "lt", [limit.code])),
    scenario: scenario.code,
    equivalentMutants: { "comparison not strict (2)": "of nothing there is no share: 0 / 0 is no number" },
    hold: "5m",
    words: [...(isOneUnit(some, all) ? ["ratioOf"] : []), ...limit.words, ...scenario.words],
    exports: [some.exported, all.exported],
    shown,
    badState: undefined,
    labels: common(some, all).filter((label) => label !== "instance"),
    sentence: (name, hold) => `It has been ${wishes.side} ${name} for ${hold}.`,
    guessed: wishes.threshold === undefined ? limit.code : undefined,
  };
}

function whyNoShare({ definition: some }: SelectedMetric, { definition: all }: SelectedMetric) {
  const isOne = some.type === all.type && (some.type === "counter" || some.type === "gauge");
  return isOne
    ? undefined
    : `A share is of two counters or of two gauges: ${some.name} is a ${some.type}, ${all.name} a ${all.type}.`;
}

/** What is added up is counted in one unit. */
function whyNotTogether(one: SelectedMetric, other: SelectedMetric) {
  const [some, rest] = [one.definition, other.definition];
  return isOneUnit(one, other)
    ? undefined
    : `${some.name} is in ${some.unit} and ${rest.name} in ${rest.unit}: what is added up has one unit. Declare both with the same one, such as lookups for hits and misses.`;
}

/** The series of the whole that are not the part, where both are of one metric; undefined where they are of two. */
function restOf(
  some: SelectedMetric,
  all: SelectedMetric,
  where: ConditionWishes["where"],
): SelectedMetric | undefined {
  if (some.handle !== all.handle || where === undefined) return undefined;
  const [label, value] = where;
  const spec = all.labels[label];
  const others = Array.isArray(spec) ? spec.filter((one) => one !== value) : [`not-${value}`];
  const [other] = others;
  return other === undefined
    ? undefined
    : { ...all, selector: `${all.handle}.where({ ${label}: ${text(other)} })` };
}

/** Both metrics in numbers, and what their share is when the alert fires. */
function ofAll(some: SelectedMetric, all: SelectedMetric, levels: NumberLevels) {
  const isCounter = some.definition.type === "counter";
  const word = isCounter ? "runs" : "holds";
  // A counter's rate is in things per second, whatever the things are.
  const parts = levelsCode(times(levels, whole), isCounter ? "count" : some.definition.unit);
  const total = quantityCode(whole, isCounter ? "count" : all.definition.unit);
  const value = quantityCode(levels.firing, "ratio");
  const given = [call(word, [some.selector, parts.code]), call(word, [all.selector, total.code])];
  return {
    code: withValue(given, value.code),
    words: [word, ...parts.words, ...total.words, ...value.words],
  };
}

/** Both metrics, which are one whole together. */
function besideRest(some: SelectedMetric, rest: SelectedMetric, levels: NumberLevels) {
  const value = quantityCode(levels.firing, "ratio");
  const isCounter = some.definition.type === "counter";
  if (isCounter) {
    const parts = levelsCode(levels, "ratio");
    const traffic = object("", [{ key: "perSecond", value: String(whole) }]);
    const given = [call("share", [some.selector, rest.selector, parts.code, traffic])];
    return { code: withValue(given, value.code), words: ["share", ...parts.words, ...value.words] };
  }
  const { unit } = some.definition;
  const others = { ok: whole - levels.ok, limit: whole - levels.limit, firing: whole - levels.firing };
  const [part, remainder] = [levelsCode(levels, unit), levelsCode(others, unit)];
  const given = [call("holds", [some.selector, part.code]), call("holds", [rest.selector, remainder.code])];
  const words = ["holds", ...part.words, ...remainder.words, ...value.words];
  return { code: withValue(given, value.code), words };
}

/** The scenario of an alert that shows another value than the ones that are given. */
function withValue(given: readonly Code[], value: string): Code {
  const entries = [
    { key: "given", value: list(given) },
    { key: "value", value },
  ];
  return object("", entries, { wrapped: true });
}

/** A part that is above the whole would be no share. */
function bounded({ ok, limit, firing }: NumberLevels): NumberLevels {
  return { ok: Math.min(ok, (1 + limit) / 2), limit, firing: Math.min(firing, (1 + limit) / 2) };
}

function times({ ok, limit, firing }: NumberLevels, factor: number): NumberLevels {
  return { ok: ok * factor, limit: limit * factor, firing: firing * factor };
}

function shareCode(some: SelectedMetric, all: SelectedMetric, other: Other): Chain | Bracketed {
  const by = common(some, all).map(text);
  const [part, of] = [some, all].map(({ selector, definition }) => {
    const rate = definition.type === "counter" ? ['rate("5m")'] : [];
    return chain(selector, ...rate, call("sumBy", by));
  });
  if (!part || !of) throw new TypeError("a share is of two metrics");
  const both = other === "all" ? of : chain(part, call("add", [of]));
  if (isOneUnit(some, all)) return call("ratioOf", [part, both]);
  // What is measured in another unit is no part of it. Where there is nothing at all, there is nothing to divide by.
  return chain(part, call("div", [chain(both, "gt(0)", "series()")]), 'as("ratio")');
}

function isOneUnit({ definition: some }: SelectedMetric, { definition: all }: SelectedMetric): boolean {
  return some.unit === all.unit;
}

/** The labels that both have: the others are added up. */
function common(some: SelectedMetric, all: SelectedMetric): string[] {
  return ["instance", ...some.own.filter((label) => all.own.includes(label))];
}
