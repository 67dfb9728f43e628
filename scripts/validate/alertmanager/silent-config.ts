import { parse } from "yaml";
import { itemsAt, textAt, valueAt } from "../../../generators/targets/validation/untyped-data.ts";

/** The label by which two alerts that are posted belong together: no other alert silences one of them. */
export const pairLabel = "signalbox_pair";
/** The label of two alerts of which one must be silenced when all alerts before them have been looked at. */
export const lastLabel = "signalbox_last";

/**
 * Alertmanager's configuration with the same routes, inhibitions and times, but with receivers that tell nobody: it is
 * asked about thousands of alerts that do not fire.
 */
export function silentConfig(text: string): string {
  const config: unknown = parse(text);
  const inhibitions = itemsAt(config, "inhibit_rules").map((rule) => ({
    ...(typeof rule === "object" ? rule : {}),
    equal: [...itemsAt(rule, "equal"), pairLabel],
  }));
  const last = {
    source_matchers: [`${lastLabel}="source"`],
    target_matchers: [`${lastLabel}="target"`],
    equal: [pairLabel],
  };
  // JSON is YAML.
  return JSON.stringify({
    route: valueAt(config, "route"),
    inhibit_rules: [...inhibitions, last],
    time_intervals: valueAt(config, "time_intervals"),
    receivers: itemsAt(config, "receivers").map((receiver) => ({ name: textAt(receiver, "name") })),
  });
}
