import type { Change } from "../change.ts";
import type { Comparison } from "../comparison.ts";
import type { ReviewedAlert } from "../version.ts";

/** How it is known who is notified of an alert: by two real Alertmanagers, or by what is worked out of both configurations. */
export function routingDecider(
  { routed }: Pick<Comparison, "routed">,
  alert: ReviewedAlert,
): Pick<Change, "decider" | "labelSets"> {
  if (routed.kind === "no program") return { decider: "routing tables, no Alertmanager to ask" };
  const labelSets = routed.kind === "asked" ? routed.sets.get(alert) : undefined;
  if (labelSets === undefined) return { decider: "routing tables" };
  return { decider: "both Alertmanagers", labelSets };
}
