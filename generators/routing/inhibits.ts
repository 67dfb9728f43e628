import type { InhibitionModel, PlatformModel } from "../model/routing-model.ts";
import { remembered } from "../remembered.ts";
import type { AlertModel } from "../model/rule-model.ts";
import type { Model } from "../model/model.ts";
import { allOf, fitting, matchersOf, type Fit, type KnownLabels } from "./alert-matcher.ts";
import { labelledAlerts, type LabelledAlert } from "./labelled-alerts.ts";
import {
  byValues,
  possibleValues,
  wantedValues,
  type ByValues,
  type WantedValues,
} from "./possible-values.ts";

/** That one alert inhibits another while it fires. */
export interface InhibitionEffect {
  /**
   * False: it depends on a label whose value is known only when they fire. Or the inhibited one fits the source as well: of
   * such sources with the same compared labels Alertmanager remembers only the one that ends last.
   */
  readonly surely: boolean;
  /** The labels that must have the same value on both; those that surely have it are left out. */
  readonly ifSame: readonly string[];
}

/**
 * Which alerts inhibit which by an inhibition, as Alertmanager finds them: one that fits both sides is not inhibited by
 * another that fits both, and so never by itself.
 *
 * @returns undefined where the first never inhibits the second
 */
export function effectOf({
  source,
  target,
  equal,
}: InhibitionModel): (by: KnownLabels, inhibited: KnownLabels) => InhibitionEffect | undefined {
  const fitsSource = fitting(matchersOf(source));
  const fitsTarget = fitting(matchersOf(target));
  return (by, inhibited) => {
    // Most pairs do not fit, and that is found quickly.
    const fit = allOf([fitsSource(by), fitsTarget(inhibited)]);
    if (fit === "no") return undefined;
    const compared = equal.map((label) => ({ label, same: haveSameValue(label, by, inhibited) }));
    if (compared.some(({ same }) => same === "no")) return undefined;
    const inhibitedIsSource = fitsSource(inhibited);
    if (allOf([fitsTarget(by), inhibitedIsSource]) === "yes") return undefined;
    return {
      surely: fit === "yes" && inhibitedIsSource === "no",
      ifSame: compared.filter(({ same }) => same === "maybe").map(({ label }) => label),
    };
  };
}

/** Whether the first of two alerts inhibits the second by any of these inhibitions. */
export function inhibits(
  inhibitions: readonly InhibitionModel[],
): (by: KnownLabels, inhibited: KnownLabels) => Fit {
  const rules = inhibitions.map(effectOf);
  return (by, inhibited) => {
    const found = rules.flatMap((rule) => rule(by, inhibited) ?? []);
    if (found.some(({ surely, ifSame }) => surely && ifSame.length === 0)) return "yes";
    return found.length === 0 ? "no" : "maybe";
  };
}

/** Alertmanager takes a label that is missing for an empty one. */
function haveSameValue(label: string, one: KnownLabels, other: KnownLabels): Fit {
  const [left, right] = [possibleValues(label, one), possibleValues(label, other)];
  // A label that the expression keeps is there, whatever its value is: it differs from a missing one.
  if (left === "any" || right === "any") return isMissing(left) || isMissing(right) ? "no" : "maybe";
  if (!left.some((value) => right.includes(value))) return "no";
  return left.length === 1 && right.length === 1 ? "yes" : "maybe";
}

function isMissing(values: readonly string[] | "any"): boolean {
  return values !== "any" && values.every((value) => value === "");
}

/** Two alerts of which one inhibits the other, by one inhibition. */
export interface InhibitedPair extends InhibitionEffect {
  readonly inhibition: InhibitionModel;
  readonly source: AlertModel;
  /** May be the same alert with other labels. */
  readonly target: AlertModel;
}

/** All pairs, by inhibition, then in the order of the alerts. */
export function inhibitedPairs(model: Pick<Model, "alerts" | "platform">): readonly InhibitedPair[] {
  return pairsAmong(model.platform)(model.alerts);
}

const pairsAmong = remembered((platform: PlatformModel) =>
  remembered((alerts: readonly AlertModel[]): readonly InhibitedPair[] => {
    const labelled = labelledAlerts({ alerts, platform });
    return Object.values(platform.inhibitions).flatMap((inhibition) => {
      const effect = effectOf(inhibition);
      return possiblePairs(inhibition, labelled).flatMap(([by, inhibited]) => {
        const found = effect(by.labels, inhibited.labels);
        return found ? [{ ...found, inhibition, source: by.alert, target: inhibited.alert }] : [];
      });
    });
  }),
);

/** The pairs of which the one may inhibit the other: few alerts fit either side, and fewer have the labels in common. */
export function possiblePairs(
  { source, target, equal }: InhibitionModel,
  labelled: ByValues<LabelledAlert>,
): (readonly [by: LabelledAlert, inhibited: LabelledAlert])[] {
  const fittingAlerts = (side: InhibitionModel["source"]) => {
    const fit = fitting(matchersOf(side));
    return labelled.having(wantedValues(side)).filter(({ labels }) => fit(labels) !== "no");
  };
  const targets = byValues(fittingAlerts(target));
  return fittingAlerts(source).flatMap((by) => {
    const wanted = equal.flatMap((label): WantedValues[] => {
      const values = possibleValues(label, by.labels);
      return values === "any" ? [] : [[label, values]];
    });
    return targets.having(wanted).map((inhibited) => [by, inhibited] as const);
  });
}
