import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import { inhibitedPairs } from "../../routing/inhibits.ts";

/** What a guard says, nothing else says: it may be inhibited by an alert on its job being down, if that is as bad, and by no other. */
export const guardsAreHeard: Check = {
  id: "guards-are-heard",
  why: "A guard says that other alerts are blind. If an alert on another problem inhibits it, nobody learns that a fault can go unnoticed, and the other problem is no sign of it.",
  source: "https://prometheus.io/docs/alerting/latest/alertmanager/#inhibition",
  wrong: `
export const fewOrdersMuteAll = inhibition("few-orders-mute-all", {
  source: { alert: FewOrders },
  target: { service: "shop" },
  equal: ["service"],
});
`,
  right: `
export const fewOrdersMuteAll = inhibition("few-orders-mute-all", {
  source: { alert: FewOrders },
  target: { service: "shop", labels: { guard: "" } },
  equal: ["service"],
});
`,
  *find(model: Model): Iterable<Finding> {
    for (const { inhibition, source, target } of inhibitedPairs(model)) {
      const { guardOf, severity } = target;
      if (guardOf === undefined || speaksFor(source, guardOf, severity.rank)) continue;
      yield {
        definition: inhibition,
        message: `inhibition "${inhibition.name}" mutes "${target.name}", which says that alerts on job "${guardOf}" are blind, while "${source.name}" fires`,
        fix: `leave guards out of its target with labels: { guard: "" }, or compare a label that tells them apart, such as component`,
        cause: inhibition.name,
      };
    }
  },
};

/** Whether an alert says that the job is down, and is at least as bad. */
function speaksFor({ downOf, severity }: AlertModel, wanted: string, rank: number): boolean {
  return severity.rank <= rank && downOf.some(({ job }) => job === wanted);
}
