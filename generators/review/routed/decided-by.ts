import type { Change } from "../change.ts";
import type { Comparison } from "../comparison.ts";
import type { ReviewedAlert } from "../version.ts";

/**
 * How it is known who is notified of an alert: by real Alertmanagers, or by what is worked out of the configurations.
 *
 * @param asked which were asked about it: of an alert that is in one version alone only that one
 */
export function routingDecider(
  { routed }: Pick<Comparison, "routed">,
  alert: ReviewedAlert,
  asked: "both Alertmanagers" | "Alertmanager" = "both Alertmanagers",
): Pick<Change, "decider" | "labelSets"> {
  if (routed.kind === "no answer") return { decider: "routing tables, no Alertmanager asked" };
  const labelSets = routed.kind === "asked" ? routed.sets.get(alert) : undefined;
  if (labelSets === undefined) return { decider: "routing tables" };
  return { decider: asked, labelSets };
}
