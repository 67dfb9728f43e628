import type { AlertDefinition } from "../alert.ts";
import type { Allowances } from "../allow.ts";
import type { JobGauge } from "./indicator.ts";
import { type ResolvedSlo, type SloOptions, type SloWindow, resolveSlo } from "./resolved-slo.ts";
import { ratioOver, sloAlerts } from "./slo-alerts.ts";
import { sloBudgets, sloCounts, sloRatios } from "./slo-recordings.ts";
import type { Row } from "../dashboard.ts";
import { callerPlace, type Place } from "../place.ts";
import { recordingOf } from "../recording.ts";
import { sloRow } from "./slo-row.ts";

/** A service-level objective, with all that is generated from it. */
export interface Slo {
  readonly kind: "slo";
  readonly id: string;
  readonly options: SloOptions;
  readonly resolved: ResolvedSlo;
  /** By name. */
  readonly recordings: Readonly<Record<string, object>>;
  readonly alerts: Readonly<Record<string, AlertDefinition>>;
  /** Its row on the SLO dashboard of the service. */
  readonly row: Row;
  /**
   * The share that was bad over a window of its alerts, for panels of your own.
   * @example availability.badShare("1h")
   */
  readonly badShare: (window: string) => JobGauge<"ratio">;
  /**
   * The share of the budget that is left in a window, below 0 when the objective is missed.
   * @example availability.budgetLeft("28d")
   * @refuses availability.budgetLeft("7d")
   */
  readonly budgetLeft: (window: SloWindow) => JobGauge<"ratio">;
  readonly allow: Allowances;
  readonly place: Place;
}

/** The characters of a text, each as a type. */
type CharactersOf<T extends string> = T extends `${infer First}${infer Rest}`
  ? First | CharactersOf<Rest>
  : never;

type IdCharacter = CharactersOf<"abcdefghijklmnopqrstuvwxyz0123456789">;

/** Whether `I` is lowercase letters and digits, with single dashes between them. */
type IsDashed<I extends string> = I extends `${infer First}${infer Rest}`
  ? First extends IdCharacter
    ? Rest extends "" | `-${infer Next}`
      ? Rest extends ""
        ? true
        : Next extends `-${string}`
          ? false
          : IsDashed<Next>
      : IsDashed<Rest>
    : false
  : false;

/** An id, or what is wrong with it. */
type SloId<I extends string> = string extends I
  ? I
  : IsDashed<I> extends true
    ? I
    : `'${I}' must be lowercase letters and digits with single dashes, such as 'http-api-availability'`;

/**
 * A service-level objective: the share that must be good, over which time.
 *
 * Generates recordings, alerts on how fast the error budget burns, and a row of the SLO dashboard. `id` is part of all their names,
 * in lowercase letters and digits with single dashes.
 * @example
 * slo("shop-availability", {
 *   title: "The shop answers",
 *   description: "Customers see pages, not errors.",
 *   impact: "Customers cannot buy.",
 *   component: "checkout",
 *   objective: percent(99.9),
 *   window: "28d",
 *   indicator: failing(failed, { of: requests, words: "of the requests fail" }),
 *   minimumTraffic: 0.1,
 *   alerting: burnAlerting,
 * })
 * @refuses slo("ShopAvailability", { ...restOfSlo, window: "28d" })
 * @refuses slo("shop-availability", { ...restOfSlo, window: "7d" })
 * @refuses slo("shop-availability", { ...restOfSlo, window: "28d", objective: 99.9 })
 * @check burn-rates-are-reachable
 * @check objectives-leave-a-budget
 */
export function slo<const I extends string>(id: SloId<I>, options: SloOptions): Slo {
  const resolved = resolveSlo(id, options, callerPlace());
  const counts = sloCounts(resolved);
  const ratios = sloRatios(resolved, counts);
  const budgets = sloBudgets(resolved, counts);
  const alerts = sloAlerts(resolved, ratios);
  const all = [
    counts.total,
    counts.bad,
    ...ratios.values(),
    ...budgets.ratios.values(),
    ...budgets.left.values(),
  ];
  return Object.freeze({
    kind: "slo",
    id,
    options,
    resolved,
    recordings: Object.fromEntries(all.map((one) => [recordingOf(one)?.name ?? "", one])),
    alerts,
    row: sloRow(resolved, { counts, ratios, budgets, alerts }),
    badShare: (window: string) => ratioOver(ratios, window),
    budgetLeft: (window: SloWindow) => ratioOver(budgets.left, window),
    allow: options.allow ?? {},
    place: resolved.place,
  });
}
