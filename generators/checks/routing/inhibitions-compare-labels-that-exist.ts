import type { InhibitionModel } from "../../model/routing-model.ts";
import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { remembered } from "../../remembered.ts";
import { fitting, matchersOf, valuesOf } from "../../routing/alert-matcher.ts";
import { possiblePairs } from "../../routing/inhibits.ts";
import { labelledAlerts, type LabelledAlert } from "../../routing/labelled-alerts.ts";
import { byValues, type ByValues } from "../../routing/possible-values.ts";

/** Two alerts of which one mutes the other. */
interface Pair {
  readonly source: LabelledAlert;
  readonly target: LabelledAlert;
}

/** Alertmanager takes a label that two alerts both lack as the same on both, so one would mute what it has nothing to do with. */
export const inhibitionsCompareLabelsThatExist: Check = {
  id: "inhibitions-compare-labels-that-exist",
  why: "Alertmanager takes a label that is missing on both alerts as equal. Comparing by such a label inhibits alerts that have nothing to do with each other.",
  source: "https://prometheus.io/docs/alerting/latest/configuration/",
  wrong: `
export const NoOrders = alert({
  ...rest,
  expr: orders.rate("5m").sum().lt(1),
  scenario: runs(orders.where({ channel: "web" }), { ok: 3, limit: 1, firing: 0.9375 }),
});
export const ManyOrders = alert({ ...rest, severity: low, expr: orders.rate("5m").sum().gt(5) });
export const noOrdersMutesMany = inhibition("no-orders-mutes-many", {
  source: { alert: NoOrders },
  target: { alert: ManyOrders },
  equal: ["instance"],
});
`,
  right: `
export const NoOrders = alert({
  ...rest,
  expr: orders.rate("5m").sum().lt(1),
  scenario: runs(orders.where({ channel: "web" }), { ok: 3, limit: 1, firing: 0.9375 }),
});
export const ManyOrders = alert({ ...rest, severity: low, expr: orders.rate("5m").sum().gt(5) });
export const noOrdersMutesMany = inhibition("no-orders-mutes-many", {
  source: { alert: NoOrders },
  target: { alert: ManyOrders },
  equal: ["service"],
});
`,
  *find(model: Model): Iterable<Finding> {
    const { all } = labelledAlerts(model);
    const understood = byValues(all.filter(({ alert }) => alert.analysis.diagnostics.length === 0));
    const inhibitions = Object.values(model.platform.inhibitions);
    for (const inhibition of inhibitions) yield* widened(inhibition, understood);
  },
};

/** One finding for all pairs that lack the same labels: one mistake often widens dozens. */
function* widened(inhibition: InhibitionModel, alerts: ByValues<LabelledAlert>): Iterable<Finding> {
  const byLacking = new Map<string, Pair[]>();
  for (const pair of pairsOf(inhibition, alerts)) {
    const lacking = inhibition.equal.filter(
      (label) => lacks(pair.source, label) && lacks(pair.target, label),
    );
    if (lacking.length === 0) continue;
    const others = byLacking.get(lacking.join(", "));
    if (others) others.push(pair);
    else byLacking.set(lacking.join(", "), [pair]);
  }
  for (const [lacking, [pair, ...others]] of byLacking) {
    if (!pair) continue;
    const more = others.length === 0 ? "" : `; the same holds for ${others.length} more pairs`;
    yield {
      definition: inhibition,
      message: `inhibition "${inhibition.name}" lets "${pair.source.alert.name}" inhibit "${pair.target.alert.name}" wherever it fires, because neither has the label ${lacking}${more}`,
      fix: "keep the label in one of the expressions, or compare labels that both alerts have",
    };
  }
}

function pairsOf(inhibition: InhibitionModel, alerts: ByValues<LabelledAlert>): Pair[] {
  const [fitsSource, fitsTarget] = [inhibition.source, inhibition.target].map((side) =>
    remembered(fitting(matchersOf(side))),
  );
  const isTwoSided = ({ labels }: LabelledAlert) =>
    fitsSource?.(labels) === "yes" && fitsTarget?.(labels) === "yes";
  return (
    possiblePairs(inhibition, alerts)
      .map(([source, target]) => ({ source, target }))
      .filter(({ source, target }) => source !== target)
      // Of alerts that are on both sides Alertmanager lets none mute another.
      .filter(({ source, target }) => !(isTwoSided(source) && isTwoSided(target)))
      .filter((pair) => inhibition.equal.every((label) => mayBeEqual(pair, label)))
  );
}

/** Whether the label can have the same value on both alerts; a missing one is an empty value. */
function mayBeEqual({ source, target }: Pair, label: string): boolean {
  const [left, right] = [source.labels.get(label), target.labels.get(label)];
  // Any value is not none.
  const [some, others] = [left ? valuesOf(left) : [""], right ? valuesOf(right) : [""]];
  if (!some || !others) return left !== undefined && right !== undefined;
  return some.some((value) => others.includes(value));
}

function lacks({ labels }: LabelledAlert, label: string): boolean {
  return !labels.has(label);
}
