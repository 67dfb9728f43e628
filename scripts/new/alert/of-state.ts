import { call } from "../../code/code.ts";
import type { Refused } from "../known-project.ts";
import type { Condition, ConditionWishes } from "./condition.ts";
import type { SelectedMetric } from "./selected-metric.ts";

/** A state that is not as it should be: of 0 and 1, the bad one. */
export function ofState(
  { definition, exported, own }: SelectedMetric,
  series: string,
  wishes: ConditionWishes,
): Condition | Refused {
  const bad = badStateOf(definition.name, wishes);
  if (bad === undefined) {
    return {
      refused: `${definition.name} is 0 or 1: --below 1 says that 0 is bad, --above 0 that 1 is.`,
    };
  }
  return {
    expr: `${series}.eq(${bad})`,
    scenario: call("holds", [series, `{ ok: ${1 - bad}, firing: ${bad} }`]),
    hold: "2m",
    words: ["holds"],
    exports: [exported],
    shown: series,
    badState: bad,
    labels: own,
    sentence: undefined,
    guessed: undefined,
  };
}

/** The state on the wrong side of the threshold; where nobody says one, that which the name tells of. */
function badStateOf(name: string, { side, threshold }: ConditionWishes): 0 | 1 | undefined {
  if (threshold === undefined) return /(?:^|_)(?:errors?|fail(?:ed|ures?|ing)?)(?:_|$)/.test(name) ? 1 : 0;
  const limit = Number(threshold);
  if (side === "below") return limit > 0 && limit <= 1 ? 0 : undefined;
  return limit >= 0 && limit < 1 ? 1 : undefined;
}
