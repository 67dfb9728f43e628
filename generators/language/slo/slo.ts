import type { AlertDefinition } from "../alert.ts";
import type { Allowances } from "../allow.ts";
import type { Row } from "../dashboard.ts";
import type { RuleDuration } from "../duration.ts";
import { callerPlace, type Place } from "../place.ts";
import type { Quantity } from "../quantity.ts";
import { recordingOf } from "../recording.ts";
import type { BurnAlerting } from "./burn-alerting.ts";
import type { Indicator } from "./indicator.ts";
import type { JobGauge } from "./per-job.ts";
import { ratioOver, sloAlerts } from "./slo-alerts.ts";
import { sloBudgets } from "./slo-budgets.ts";
import { sloCounts } from "./slo-counts.ts";
import { sloFacts, type SloFacts } from "./slo-facts.ts";
import { sloRatios } from "./slo-ratios.ts";
import { sloRow } from "./slo-row.ts";

/** Four whole weeks, so that there are as many weekends in each; or about a month. */
export type SloWindow = "28d" | "30d";

export interface SloOptions {
  /** What is promised, in a few words: `HTTP API answers`. */
  readonly title: string;
  /** What the promise means to users, and why it is not higher. */
  readonly description: string;
  /** What users notice of what is bad. */
  readonly impact: string;
  /** Who answers for it; left out: the owner of the service. */
  readonly owner?: string;
  /** The part of the service that is hurt. */
  readonly component: string;
  /** How much is to be good: above 0, and below 100 %, so that there is a budget. */
  readonly objective: Quantity<"ratio">;
  /** Over which time. Of several each has its own budget and its own alerts. */
  // Spelled out, because a message shows the name of an alias and not what it stands for.
  readonly window: "28d" | "30d" | readonly ["28d", "30d"] | readonly ["30d", "28d"];
  readonly indicator: Indicator;
  /** Of events by the second, of time in measured instances, on the mean of each window: with no more no alert fires. */
  readonly minimumTraffic: number;
  /**
   * How far back the rates look that events are counted by; left out: 1m. It is how much later than by the counters themselves a
   * fault is seen, so it is short, but four scrapes of the job fit into it.
   */
  readonly rateOver?: RuleDuration;
  /** Who is told how fast the budget burns: mostly `sloAlerting` of `definitions/platform/slo-alerting.ts`. */
  readonly alerting: BurnAlerting;
  readonly allow?: Allowances;
}

/** A service-level objective, with everything that it yields. */
export interface Slo {
  readonly kind: "slo";
  readonly id: string;
  readonly options: SloOptions;
  readonly facts: SloFacts;
  /** By name. */
  readonly recordings: Readonly<Record<string, object>>;
  readonly alerts: Readonly<Record<string, AlertDefinition>>;
  /** Its row on the dashboard of the service's SLOs. */
  readonly row: Row;
  /** The share that was bad over a window of its alerts, for panels of one's own. */
  readonly badShare: (window: string) => JobGauge<"ratio">;
  /** The share of the budget that is left of a window. */
  readonly budgetLeft: (window: SloWindow) => JobGauge<"ratio">;
  readonly allow: Allowances;
  readonly place: Place;
}

/** The characters of a text, each as a type. */
type CharactersOf<T extends string> = T extends `${infer First}${infer Rest}`
  ? First | CharactersOf<Rest>
  : never;

type IdCharacter = CharactersOf<"abcdefghijklmnopqrstuvwxyz0123456789">;

/** Whether all of `I` are small letters, digits and single dashes between them. */
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
    : `'${I}' must be small letters and digits with single dashes, such as 'http-api-availability'`;

/**
 * A promise to users: how much is to be good, over which time. It yields recordings, alerts on how fast its budget burns, and a
 * row of a dashboard; `id` is in the names of all of them.
 */
export function slo<const I extends string>(id: SloId<I>, options: SloOptions): Slo {
  const facts = sloFacts(id, options, callerPlace());
  const counts = sloCounts(facts);
  const ratios = sloRatios(facts, counts);
  const budgets = sloBudgets(facts, counts);
  const alerts = sloAlerts(facts, ratios);
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
    facts,
    recordings: Object.fromEntries(all.map((one) => [recordingOf(one)?.name ?? "", one])),
    alerts,
    row: sloRow(facts, { counts, ratios, budgets, alerts }),
    badShare: (window: string) => ratioOver(ratios, window),
    budgetLeft: (window: SloWindow) => ratioOver(budgets.left, window),
    allow: options.allow ?? {},
    place: facts.place,
  });
}
