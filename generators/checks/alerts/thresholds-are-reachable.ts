import type { Place } from "../../language/place.ts";
import type { Check, Finding } from "../../check.ts";
import { constantComparison, type ConstantComparison } from "../../promql/threshold.ts";
import type { Model } from "../../model/model.ts";
import type { Interval } from "../../promql/series.ts";
import { type ComparisonOperator, comparisons } from "../../promql/operators.ts";
import { formatQuantity } from "../../text/quantity.ts";
import { rulesOf } from "../reading/expressions-of.ts";
import { limitsOf, type Limits } from "../reading/limits-of-values.ts";

/** A threshold lies within what the value can be: beyond it a comparison never holds, or always. */
export const thresholdsAreReachable: Check = {
  id: "thresholds-are-reachable",
  why: "If the value can never cross the threshold, the alert never fires, or never stops. Usually the unit is wrong: 120 where the series goes from 0 to 1.",
  source: "https://prometheus.io/docs/practices/naming/",
  wrong: `
export const load = metrics(api, {
  shop_load_ratio: gauge({ help: "How full the shop is.", unit: "ratio" }),
});
export const loadPanel = stat({
  title: "Load",
  description: "How full it is.",
  queries: [load.shop_load_ratio],
});
export const ShopFull = alert({
  ...rest,
  expr: load.shop_load_ratio.gt(percent(120)),
  scenario: holds(load.shop_load_ratio, { ok: percent(50), limit: percent(120), firing: percent(130) }),
});
`,
  right: `
export const load = metrics(api, {
  shop_load_ratio: gauge({ help: "How full the shop is.", unit: "ratio" }),
});
export const loadPanel = stat({
  title: "Load",
  description: "How full it is.",
  queries: [load.shop_load_ratio],
});
export const ShopFull = alert({
  ...rest,
  expr: load.shop_load_ratio.gt(percent(90)),
  scenario: holds(load.shop_load_ratio, { ok: percent(50), limit: percent(90), firing: percent(95) }),
});
`,
  *find(model: Model): Iterable<Finding> {
    for (const { definition, place, name, analysis } of rulesOf(model)) {
      for (const comparison of analysis.comparisons.flatMap((one) => constantComparison(one) ?? [])) {
        const limits = limitsOf(comparison.values, model);
        const holds = limits && howOften(comparison, limits);
        if (!holds || (holds === "always" && limits.existence)) continue;
        const { op, constant, values } = comparison;
        yield {
          definition,
          place,
          message: `${name} wants a value ${op} ${formatQuantity(constant, values.type.unit)}, which is ${holds} true: ${limits.because}`,
          fix: fixOf(comparison, holds, limits),
        };
      }
    }
  },
};

type Extreme = "never" | "always";

/** Undefined: now and then, as it should be. */
function howOften({ op, constant }: ConstantComparison, limits: Interval): Extreme | undefined {
  if (!canHold(op, constant, limits)) return "never";
  return canHold(comparisons[op].opposite, constant, limits) ? undefined : "always";
}

function canHold(op: ComparisonOperator, threshold: number, { min, max }: Interval): boolean {
  switch (op) {
    case ">":
      return max > threshold;
    case ">=":
      return max >= threshold;
    case "<":
      return min < threshold;
    case "<=":
      return min <= threshold;
    case "==":
      return min <= threshold && threshold <= max;
    case "!=":
      return min !== threshold || max !== threshold;
  }
}

/** Which thresholds hold now and then, by the operator and by what was wrong with the threshold. */
const within: Readonly<
  Record<`${Extreme} ${ComparisonOperator}`, readonly [string, "min" | "max"] | undefined>
> = {
  "never >": ["less than", "max"],
  "never >=": ["at most", "max"],
  "never <": ["more than", "min"],
  "never <=": ["at least", "min"],
  "always >": ["at least", "min"],
  "always >=": ["more than", "min"],
  "always <": ["at most", "max"],
  "always <=": ["less than", "max"],
  "never ==": undefined,
  "always ==": undefined,
  "never !=": undefined,
  "always !=": undefined,
};

function fixOf({ op, values }: ConstantComparison, holds: Extreme, limits: Limits): string {
  if (limits.existence)
    return "ask whether the series exists, with absent(…), or give it a value where it does not, with … or vector(0)";
  const { unit } = values.type;
  const [words, end] = within[`${holds} ${op}`] ?? [];
  const threshold =
    words && end
      ? `${words} ${formatQuantity(limits[end], unit)}`
      : `a value between ${formatQuantity(limits.min, unit)} and ${formatQuantity(limits.max, unit)}`;
  const elsewhere =
    limits.widen && end !== "min" ? `, or ${limits.widen.how} at ${at(limits.widen.place)}` : "";
  return `ask for ${threshold}${elsewhere}`;
}

function at({ file, line }: Place): string {
  return `${file}:${line}`;
}
