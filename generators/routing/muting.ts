import type { InhibitionModel } from "../model/routing-model.ts";
import { allOf, fitting, matchersOf, valuesOf, type Fit, type KnownLabels } from "./alert-matcher.ts";

/** That one alert silences another while it fires. */
export interface Muting {
  /**
   * False: it depends on a label whose value is known only when they fire. Or the silenced one fits the source as well: of
   * such sources with the same compared labels Alertmanager remembers only the one that ends last.
   */
  readonly surely: boolean;
  /** The labels that must have the same value on both; those that surely have it are left out. */
  readonly ifSame: readonly string[];
}

/**
 * Which alerts an inhibition lets silence which, as Alertmanager finds them: one that fits both sides is not silenced by
 * another that fits both, and so never by itself.
 *
 * @returns undefined where the first never silences the second
 */
export function muting({
  source,
  target,
  equal,
}: InhibitionModel): (by: KnownLabels, muted: KnownLabels) => Muting | undefined {
  const fitsSource = fitting(matchersOf(source));
  const fitsTarget = fitting(matchersOf(target));
  return (by, muted) => {
    // Most pairs do not fit, and that is told quickly.
    const fit = allOf([fitsSource(by), fitsTarget(muted)]);
    if (fit === "no") return undefined;
    const compared = equal.map((label) => ({ label, same: haveSameValue(label, by, muted) }));
    if (compared.some(({ same }) => same === "no")) return undefined;
    const mutedIsSource = fitsSource(muted);
    if (allOf([fitsTarget(by), mutedIsSource]) === "yes") return undefined;
    return {
      surely: fit === "yes" && mutedIsSource === "no",
      ifSame: compared.filter(({ same }) => same === "maybe").map(({ label }) => label),
    };
  };
}

/** Whether any of these inhibitions lets the first of two alerts silence the second. */
export function inhibits(
  inhibitions: readonly InhibitionModel[],
): (by: KnownLabels, muted: KnownLabels) => Fit {
  const rules = inhibitions.map(muting);
  return (by, muted) => {
    const found = rules.flatMap((rule) => rule(by, muted) ?? []);
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

function possibleValues(label: string, labels: KnownLabels): readonly string[] | "any" {
  const known = labels.get(label);
  return known ? (valuesOf(known) ?? "any") : [""];
}

function isMissing(values: readonly string[] | "any"): boolean {
  return values !== "any" && values.every((value) => value === "");
}
