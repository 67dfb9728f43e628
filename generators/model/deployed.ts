import { comparedWith, goingOn } from "../promql/hysteresis.ts";
import { print } from "../promql/print.ts";
import { remembered } from "../remembered.ts";
import { asWritten, bearingLabels, robust, type Robust, type RobustRule } from "../promql/robust/robust.ts";
import type { Model } from "./model.ts";
import type { Resolution } from "./resolution.ts";
import type { AlertModel } from "./rule-model.ts";
import { scrapesOf } from "./scrapes-of.ts";

/** A rule as far as it decides over what is deployed of it. */
export interface WrittenRule extends RobustRule, Pick<AlertModel, "name" | "node" | "expr" | "analysis"> {
  /** Of an alert. */
  readonly resolution?: Resolution | undefined;
}

/** What the expressions of a project are made robust by. */
type Surroundings = Pick<Model, "catalogue" | "jobs" | "recordings" | "groups" | "slos">;

/** Says what is deployed of the rules of a project. */
export const deployedFrom = remembered((model: Surroundings): ((rule: WrittenRule) => Robust) => {
  const scrapes = scrapesOf(model);
  // What an SLO hears of births is said on its page.
  const ofSlos = new Set(model.slos.flatMap(({ alerts, recordings }) => [...alerts, ...recordings]));
  const made = (rule: WrittenRule) =>
    ofSlos.has(rule.name) ? bearingLabels(asWritten(rule), rule, scrapes) : robust(rule, rule, scrapes);
  return (rule) => {
    if (rule.analysis.diagnostics.length > 0) return asWritten(rule);
    const deployed = made(rule);
    const goesOn = rule.resolution && comparedWith(rule.node, rule.resolution.value);
    const firing = rule.resolution?.firing;
    if (goesOn === undefined || firing === undefined) return deployed;
    // Births and gaps are the same in both: only a number is another one.
    return {
      ...deployed,
      ...print(goingOn(deployed.node, made({ ...rule, ...print(goesOn) }).node, firing)),
    };
  };
});

/** What must hold for an alert that fires to go on, where that is not what lets it begin. */
export function conditionToGoOn({ deployed, resolution }: Pick<AlertModel, "deployed" | "resolution">) {
  return resolution && comparedWith(deployed.node, resolution.value);
}
