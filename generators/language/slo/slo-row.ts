import type { AlertDefinition } from "../alert.ts";
import { row, type Row } from "../dashboard.ts";
import { stat, timeSeries, type Panel, type ThresholdLine } from "../panel.ts";
import { query } from "../query.ts";
import { factor, percent } from "../quantity.ts";
import type { ResolvedSlo } from "./resolved-slo.ts";
import { limitOf, ratioOver } from "./slo-alerts.ts";
import { rowTitle } from "./slo-words.ts";
import type { SloBudgets, SloCounts, SloRatios } from "./slo-recordings.ts";

/** What the panels of an SLO show. */
export interface SloShown {
  readonly counts: SloCounts;
  readonly ratios: SloRatios;
  readonly budgets: SloBudgets;
  readonly alerts: Readonly<Record<string, AlertDefinition>>;
}

/** The row of an SLO on the SLO dashboard: how much budget is left, how fast it burns, since when. */
export function sloRow(slo: ResolvedSlo, shown: SloShown): Row {
  return row(rowTitle(slo), [
    budgetLeft(shown),
    burnRate(slo, shown),
    badShare(slo, shown),
    budgetOverTime(shown),
    measured(slo, shown),
  ]);
}

// Below a quarter it is time to slow down; below nothing the objective is missed.
const budgetLines: readonly ThresholdLine[] = [
  { value: percent(25), color: "yellow", side: "below" },
  { value: factor(0), color: "red", side: "below" },
];

function budgetLeft({ budgets }: SloShown): Panel {
  return stat({
    title: "Budget left",
    description: "Of what may be bad in the whole window. Below 0 the objective is missed.",
    width: 6,
    height: 7,
    queries: [...budgets.left].map(([window, left]) => query(left, { legend: window })),
    thresholds: budgetLines,
  });
}

function burnRate(slo: ResolvedSlo, { ratios }: SloShown): Panel {
  const { burns, burnWindows, budgetQuantity } = slo;
  const longs = burnWindows.filter((window) =>
    burns.some(({ rates }) => rates.some(({ long }) => long === window)),
  );
  const slowest = (speed: "fast" | "slow") =>
    Math.min(
      ...burns.filter((burn) => burn.speed === speed).flatMap(({ rates }) => rates.map((r) => r.factor)),
    );
  const { page, ticket } = slo.options.alerting;
  return stat({
    title: "Burn rate",
    description:
      "How many times faster than planned the budget goes, over the windows of the alerts; at 1 it lasts just as long as it should. No value: too little traffic to tell.",
    width: 6,
    height: 7,
    queries: longs.map((window) =>
      query(ratioOver(ratios, window).div(budgetQuantity).as("times"), { legend: window }),
    ),
    thresholds: [
      { value: slowest("slow"), color: ticket.severity.color, side: "above" },
      { value: slowest("fast"), color: page.severity.color, side: "above" },
    ],
  });
}

function badShare(slo: ResolvedSlo, { ratios, alerts }: SloShown): Panel {
  const lines = slo.burns.flatMap(({ rates, options }): ThresholdLine[] =>
    rates.map((rate) => ({
      value: limitOf(slo, rate),
      color: options.severity.color,
      side: "above",
    })),
  );
  return timeSeries({
    title: "Bad share",
    description: `How much ${slo.indicator.words}, by window. An alert fires where both windows of a pace are above its line; gaps are times with too little traffic to tell.`,
    width: 12,
    height: 7,
    queries: [...ratios].map(([window, ratio]) => query(ratio, { legend: window })),
    min: 0,
    thresholds: [...Object.values(alerts), ...lines],
  });
}

function budgetOverTime({ budgets }: SloShown): Panel {
  return timeSeries({
    title: "Budget left over time",
    description: "It falls while something is bad, and rises when that is older than the window.",
    width: 12,
    height: 7,
    queries: [...budgets.left].map(([window, left]) => query(left, { legend: window })),
    thresholds: budgetLines,
  });
}

function measured(slo: ResolvedSlo, { counts }: SloShown): Panel {
  const { indicator } = slo;
  return timeSeries({
    title: "What it is measured on",
    description:
      indicator.counts === "events"
        ? "All events by the second, and the bad ones among them."
        : "Instances that are measured, and the bad ones among them.",
    width: 12,
    height: 7,
    queries: [query(counts.total, { legend: "all" }), query(counts.bad, { legend: "bad" })],
    min: 0,
  });
}
