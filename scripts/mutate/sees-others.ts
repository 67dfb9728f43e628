import type { Model } from "../../generators/model/model.ts";
import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";

/** Series that Prometheus makes of alerts. */
const madeOfAlerts = /^ALERTS(?:_FOR_STATE)?$/;

/**
 * Whether a rule would see what mutants that are tried at the same time leave behind: it reads the alerts that are there, or series
 * whatever they are called.
 */
export function seesOthers({ rule, ruleFile }: RuleTest, { recordings }: Pick<Model, "recordings">): boolean {
  const loaded = new Set(ruleFile.groups.flatMap(({ rules }) => rules.map((entry) => entry["record"])));
  const read = [rule, ...recordings.filter(({ name }) => loaded.has(name))];
  return read.some(({ analysis }) =>
    analysis.selectors.some(({ metric }) => metric === undefined || madeOfAlerts.test(metric)),
  );
}
