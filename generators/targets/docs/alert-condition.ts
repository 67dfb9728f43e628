import type { AlertModel } from "../../model/rule-model.ts";
import { limitText } from "../../pictures/marks.ts";
import { asksForAbsence } from "../../promql/functions.ts";
import { conditionOf, type ConditionTree } from "../../promql/condition.ts";

/** When an alert fires, and for how long, in plain sentences. */
export function conditionText(alert: AlertModel): string {
  return [limitSentence(alert), durationSentence(alert), missingSentence(alert)]
    .filter((text) => text !== "")
    .join(" ");
}

/** The number that decides, if there is one; of what is 0 or 1 what that means. */
function limitSentence({ threshold, node }: AlertModel): string {
  if (!threshold) {
    return isOfAbsence(conditionOf(node))
      ? "This has no threshold: it holds when there is no such series."
      : "This has no single threshold: it holds for every series that the expression returns.";
  }
  const { op, value, unit } = threshold;
  if (unit === "bool" && op === "==")
    return `This holds when the value is ${value}, which means ${value === 0 ? "no" : "yes"}.`;
  return `This holds when the value ${limitText(threshold, unit, true).replace(/^fires/, "is")}.`;
}

/** Whether it is because something is not there that the condition holds. */
function isOfAbsence(condition: ConditionTree): boolean {
  switch (condition.kind) {
    case "there":
      return condition.value.kind === "call" && asksForAbsence(condition.value.name);
    case "any":
      return condition.of.every(isOfAbsence);
    case "all":
      return condition.of.some(isOfAbsence);
    case "compared":
      return false;
  }
}

function durationSentence({ for: held, forMs, keepFiringFor }: AlertModel): string {
  const start = forMs === 0 ? "It fires as soon as this holds" : `It fires when this has held for ${held}`;
  const end =
    keepFiringFor === undefined
      ? "until it no longer holds"
      : `until ${keepFiringFor} after it no longer holds`;
  return `${start}, ${end}.`;
}

/** As its test proves. */
function missingSentence({ scenarios }: AlertModel): string {
  if (scenarios.every(({ given }) => given.length === 0)) return "";
  return scenarios.some(({ whenMissing }) => whenMissing === "firing")
    ? "It also fires when none of its series exist."
    : "It does not fire when none of its series exist: look at the alerts on the target itself.";
}
