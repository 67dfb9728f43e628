import { call, chain, type Chain, list, object, text } from "../../code/code.ts";
import { quantityCode } from "../../code/quantity-code.ts";
import type { KnownMetric } from "../find-metric.ts";
import type { Refused } from "../known-project.ts";
import type { Condition, ConditionWishes } from "./condition.ts";
import { levelsAround, type NumberLevels } from "./levels.ts";
import { select, type SelectedMetric } from "./selected-metric.ts";
import { levelsCode, thresholdIn } from "./threshold.ts";

/** So much of the whole there is in the scenario: whoever asked for more than 1, and not for more than 0, would notice. */
const whole = 1;

/** One metric as a share of another one: connections of those that may be, errors of all requests. */
export function ofShare(part: KnownMetric, of: KnownMetric, wishes: ConditionWishes): Condition | Refused {
  const [some, all] = [select(part, wishes.where), select(of, undefined)];
  if ("refused" in some) return some;
  if ("refused" in all) return all;
  const why = whyNoShare(some, all);
  if (why !== undefined) return { refused: why };
  const written = wishes.threshold ?? "80%";
  const threshold = thresholdIn("ratio", written);
  if (typeof threshold !== "number") return threshold;
  if (threshold <= 0 || threshold >= 1)
    return { refused: `A share lies between 0 and 100 %: write --above 80%, and not ${written}.` };
  const limit = quantityCode(threshold, "ratio");
  const scenario = scenarioOf(some, all, bounded(levelsAround(threshold, wishes.side, false)));
  const shown = shareCode(some, all);
  return {
    expr: chain(shown, `${wishes.side === "above" ? "gt" : "lt"}(${limit.code})`),
    scenario: scenario.code,
    equivalentMutants: { "comparison not strict (2)": "of nothing there is no share: 0 / 0 is no number" },
    hold: "5m",
    words: [...limit.words, ...scenario.words],
    exports: [some.exported, all.exported],
    shown,
    isState: false,
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

/** Both metrics in numbers, and what their share is when the alert fires. */
function scenarioOf(some: SelectedMetric, all: SelectedMetric, levels: NumberLevels) {
  const isCounter = some.definition.type === "counter";
  const word = isCounter ? "runs" : "holds";
  // A counter's rate is in things per second, whatever the things are.
  const parts = levelsCode(times(levels, whole), isCounter ? "count" : some.definition.unit);
  const total = quantityCode(whole, isCounter ? "count" : all.definition.unit);
  const value = quantityCode(levels.firing, "ratio");
  const given = list([call(word, [some.selector, parts.code]), call(word, [all.selector, total.code])]);
  return {
    code: object(
      "",
      [
        { key: "given", value: given },
        { key: "value", value: value.code },
      ],
      { wrapped: true },
    ),
    words: [word, ...parts.words, ...total.words, ...value.words],
  };
}

/** A part that is above the whole would be no share. */
function bounded({ ok, limit, firing }: NumberLevels): NumberLevels {
  return { ok: Math.min(ok, (1 + limit) / 2), limit, firing: Math.min(firing, (1 + limit) / 2) };
}

function times({ ok, limit, firing }: NumberLevels, factor: number): NumberLevels {
  return { ok: ok * factor, limit: limit * factor, firing: firing * factor };
}

function shareCode(some: SelectedMetric, all: SelectedMetric): Chain {
  const by = common(some, all).map(text);
  const [part, of] = [some, all].map(({ selector, definition }) => {
    const rate = definition.type === "counter" ? ['rate("5m")'] : [];
    return chain(selector, ...rate, call("sumBy", by));
  });
  if (!part || !of) throw new TypeError("a share is of two metrics");
  // Where there is nothing at all, there is no share.
  const divided = chain(part, call("div", [chain(of, "gt(0)", "series()")]));
  return some.definition.unit === all.definition.unit ? divided : chain(divided, 'as("ratio")');
}

/** The labels that both have: the others are added up. */
function common(some: SelectedMetric, all: SelectedMetric): string[] {
  return ["instance", ...some.own.filter((label) => all.own.includes(label))];
}
