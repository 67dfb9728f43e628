import { remembered } from "../remembered.ts";
import { asWritten, bearingLabels, robust, type Robust, type RobustRule } from "../promql/robust/robust.ts";
import type { Model } from "./model.ts";
import type { AlertModel } from "./rule-model.ts";
import { scrapesOf } from "./scrapes-of.ts";

/** A rule as far as it decides over what is deployed of it. */
export interface WrittenRule extends RobustRule, Pick<AlertModel, "name" | "node" | "expr" | "analysis"> {}

/** What the expressions of a project are made robust by. */
type Surroundings = Pick<Model, "catalogue" | "jobs" | "recordings" | "groups" | "slos">;

/** Says what is deployed of the rules of a project. */
export const deployedFrom = remembered((model: Surroundings): ((rule: WrittenRule) => Robust) => {
  const scrapes = scrapesOf(model);
  // What an SLO hears of births is said on its page.
  const ofSlos = new Set(model.slos.flatMap(({ alerts, recordings }) => [...alerts, ...recordings]));
  return (rule) => {
    if (rule.analysis.diagnostics.length > 0) return asWritten(rule);
    return ofSlos.has(rule.name)
      ? bearingLabels(asWritten(rule), rule, scrapes)
      : robust(rule, rule, scrapes);
  };
});
