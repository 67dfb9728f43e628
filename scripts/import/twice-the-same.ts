import type { InputRule } from "../../generators/import/input/input-rule.ts";
import type { RefusedRule } from "./worded-rule.ts";

/** Rules that another one before them has the name and all labels of: Prometheus could not tell what they give apart. */
export function twiceTheSame(rules: readonly InputRule[]): RefusedRule[] {
  const first = new Map<string, InputRule>();
  return rules.flatMap((rule) => {
    const { kind, name, labels } = rule;
    const key = JSON.stringify([kind, name, Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))]);
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, rule);
      return [];
    }
    const { file, line } = earlier.place;
    return [{ rule, reason: `another rule has its name and its labels: ${file}:${line}` }];
  });
}
