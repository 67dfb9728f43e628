import { call, chain, type Chain, list, object, text } from "../code/code.ts";
import { quantityCode } from "../code/quantity-code.ts";
import type { KnownMetric } from "../find-metric.ts";
import type { Refused } from "../known-project.ts";
import type { Condition, ConditionWishes } from "./condition.ts";
import { levelsAround } from "./levels.ts";
import { select, type SelectedMetric } from "./selected-metric.ts";
import { levelsCode, thresholdIn } from "./threshold.ts";

/** So much of the whole there is in the scenario: a number that anybody can divide by. */
const whole = 100;

/** One metric as a share of another one: connections of those that may be, errors of all requests. */
export function ofShare(part: KnownMetric, of: KnownMetric, wishes: ConditionWishes): Condition | Refused {
  const [some, all] = [select(part, wishes.where), select(of, undefined)];
  if ("refused" in some) return some;
  if ("refused" in all) return all;
  const type = some.definition.type;
  if (type !== all.definition.type || (type !== "counter" && type !== "gauge")) {
    return {
      refused: `A share is of two counters or of two gauges: ${part.definition.name} is a ${type}, ${of.definition.name} a ${all.definition.type}.`,
    };
  }
  const written = wishes.threshold ?? "80%";
  const threshold = thresholdIn("ratio", written);
  if (typeof threshold !== "number") return threshold;
  if (threshold <= 0 || threshold >= 1)
    return { refused: `A share lies between 0 and 100 %: write --above 80%, and not ${written}.` };
  const levels = bounded(levelsAround(threshold, wishes.side, false));
  const value = quantityCode(levels.firing, "ratio");
  const limit = quantityCode(threshold, "ratio");
  const shown = shareCode(some, all);
  const wholeCode = quantityCode(whole, all.definition.unit);
  const parts = levelsCode(times(levels, whole), some.definition.unit);
  const given =
    type === "counter" ? (["runs", times(levels, whole)] as const) : (["holds", undefined] as const);
  const levelCode = given[1] === undefined ? parts : levelsCode(given[1], "count");
  return {
    expr: chain(shown, `${wishes.side === "above" ? "gt" : "lt"}(${limit.code})`),
    scenario: object(
      "",
      [
        {
          key: "given",
          value: list([
            call(given[0], [some.selector, levelCode.code]),
            call(given[0], [all.selector, type === "counter" ? String(whole) : wholeCode.code]),
          ]),
        },
        { key: "value", value: value.code },
      ],
      { wrapped: true },
    ),
    hold: "5m",
    words: [
      given[0],
      ...limit.words,
      ...value.words,
      ...levelCode.words,
      ...(type === "gauge" ? wholeCode.words : []),
    ],
    exports: [some.exported, all.exported],
    shown,
    isState: false,
    labels: common(some, all).filter((label) => label !== "instance"),
    sentence: (name, hold) => `It has been ${wishes.side} ${name} for ${hold}.`,
    guessed: wishes.threshold === undefined ? limit.code : undefined,
  };
}

/** A part that is above the whole would be no share. */
function bounded<L extends { readonly ok: number; readonly limit: number; readonly firing: number }>({
  ok,
  limit,
  firing,
}: L) {
  return { ok: Math.min(ok, (1 + limit) / 2), limit, firing: Math.min(firing, (1 + limit) / 2) };
}

function times(
  { ok, limit, firing }: { readonly ok: number; readonly limit: number; readonly firing: number },
  factor: number,
) {
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
