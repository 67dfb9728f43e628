import { call, type Code, list, object } from "../../code/code.ts";
import { quantityCode } from "../../../generators/text/quantity-code.ts";
import type { Refused } from "../known-project.ts";
import type { Condition, ConditionWishes } from "./condition.ts";
import type { SelectedMetric } from "./selected-metric.ts";
import { levelsAround } from "./levels.ts";
import { levelsCode, thresholdIn } from "./threshold.ts";

const day = 86_400;

/** A restart, time that is left until something ends, or time since something happened. */
export function ofTimestamp(metric: SelectedMetric, wishes: ConditionWishes): Condition | Refused {
  const { name } = metric.definition;
  if (/(?:start|boot)_time/.test(name) && wishes.threshold === undefined) return ofRestart(metric);
  const isEnd = /expir|not_after|until/.test(name);
  return isEnd ? ofTimeLeft(metric, wishes) : ofAge(metric, wishes);
}

function ofRestart({ selector, exported, own }: SelectedMetric): Condition {
  const shown = `${selector}.changes("5m")`;
  return {
    expr: `${shown}.gt(0)`,
    scenario: call("restarts", [selector]),
    hold: "0m",
    words: ["restarts"],
    exports: [exported],
    shown,
    badState: undefined,
    labels: own,
    sentence: undefined,
    guessed: undefined,
  };
}

function ofTimeLeft(metric: SelectedMetric, wishes: ConditionWishes): Condition | Refused {
  const seconds = wishes.threshold === undefined ? 14 * day : thresholdIn("seconds", wishes.threshold);
  if (typeof seconds !== "number") return seconds;
  const left = levelsAround(seconds, "below", false);
  return ofTime(metric, wishes, { seconds, left, shown: `${metric.selector}.sub(time())`, side: "below" });
}

function ofAge(metric: SelectedMetric, wishes: ConditionWishes): Condition | Refused {
  const seconds = wishes.threshold === undefined ? day : thresholdIn("seconds", wishes.threshold);
  if (typeof seconds !== "number") return seconds;
  const { ok, limit, firing } = levelsAround(seconds, "above", false);
  const left = { ok: -ok, limit: -limit, firing: -firing };
  return ofTime(metric, wishes, { seconds, left, shown: `time().sub(${metric.selector})`, side: "above" });
}

/** The scenario of an alert that shows another value than the one that is given. */
function withValue(given: Code, seconds: number): Code {
  return object("", [
    { key: "given", value: list([given]) },
    { key: "value", value: quantityCode(seconds, "seconds").code },
  ]);
}

interface Time {
  readonly seconds: number;
  /** The time left, of which there is less than none when it is over. */
  readonly left: { readonly ok: number; readonly limit: number; readonly firing: number };
  readonly shown: string;
  readonly side: "above" | "below";
}

function ofTime(
  { selector, exported, own }: SelectedMetric,
  { threshold }: ConditionWishes,
  { seconds, left, shown, side }: Time,
): Condition {
  const quantity = quantityCode(seconds, "seconds");
  const levels = levelsCode(left, "seconds");
  const given = call("timeLeft", [selector, levels.code]);
  return {
    expr: `${shown}.${side === "above" ? "gt" : "lt"}(${quantity.code})`,
    // What is left is less than nothing where the alert shows how long ago it was.
    scenario: side === "above" ? withValue(given, -left.firing) : given,
    hold: "5m",
    words: ["time", "timeLeft", ...quantity.words, ...levels.words],
    exports: [exported],
    shown,
    badState: undefined,
    labels: own,
    sentence: (name) => (side === "above" ? `That was more than ${name} ago.` : `Less than ${name} is left.`),
    guessed: threshold === undefined ? quantity.code : undefined,
  };
}
