import { parse } from "yaml";
import { dataAt, isSame, itemsAt } from "../../targets/validation/untyped-data.ts";
import type { Comparison } from "../comparison.ts";
import type { BothSides, Side } from "../played.ts";
import type { ReviewedAlert } from "../version.ts";
import { inhibitionsToAsk } from "./inhibitions.ts";
import { labelSetsOf } from "./label-sets.ts";
import type { AskedAlert, AskedSide, RoutingQuestion } from "./routed.ts";
import { compared, intervalsNamed, toldApart } from "./told-apart.ts";

/**
 * What the Alertmanagers of both versions are to be asked: about all alerts where anything of who is notified changed, else about those
 * that have other labels, are new or are gone.
 *
 * @returns undefined where there is nothing to ask
 */
export function routingQuestion(comparison: Comparison): RoutingQuestion | undefined {
  const { base, head } = comparison;
  if (!base.routing || !head.routing) return undefined;
  const isSameText = base.routing.config === head.routing.config;
  const changed = isSameText ? alertsChanged(comparison) : undefined;
  if (changed?.size === 0) return undefined;
  const configs: BothSides<unknown> = {
    base: parse(base.routing.config),
    head: isSameText ? parse(base.routing.config) : parse(head.routing.config),
  };
  const asked = changed ?? (isSameRouting(configs) ? alertsChanged(comparison) : undefined);
  if (asked?.size === 0) return undefined;
  return {
    base: sideOf("base", comparison, configs, asked),
    head: sideOf("head", comparison, configs, asked),
  };
}

const decisive = ["route", "receivers", "inhibit_rules", "time_intervals", "mute_time_intervals"];

function isSameRouting({ base, head }: BothSides<unknown>): boolean {
  return decisive.every((key) => isSame(dataAt(base, key), dataAt(head, key)));
}

function inhibits(config: unknown): boolean {
  return itemsAt(config, "inhibit_rules").length > 0;
}

function alertsChanged({ alerts }: Comparison): ReadonlySet<ReviewedAlert> {
  const pairs = alerts.pairs.filter(({ base, head }) => routingText(base) !== routingText(head));
  return new Set([...pairs.flatMap(({ base, head }) => [base, head]), ...alerts.added, ...alerts.removed]);
}

/** What decides who is notified of an alert, besides the configuration. */
function routingText({ sent, inhibitedBy }: ReviewedAlert): string {
  return JSON.stringify([[...sent].sort(([a], [b]) => (a < b ? -1 : 1)), inhibitedBy]);
}

/** @param asked undefined: all */
function sideOf(
  side: Side,
  comparison: Comparison,
  configs: BothSides<unknown>,
  asked: ReadonlySet<ReviewedAlert> | undefined,
): AskedSide {
  const { alerts, routing = { knowsAllLabels: false } } = comparison[side];
  const both = [configs.base, configs.head];
  const apart = toldApart(both);
  const all = alerts.map((alert): AskedAlert => ({ alert, sets: labelSetsOf(alert, routing, apart) }));
  const own = all.filter(({ alert }) => asked?.has(alert) ?? true);
  return {
    config: configs[side],
    intervals: intervalsNamed(configs[side]),
    alerts: own,
    inhibitions: both.some(inhibits) ? inhibitionsToAsk(own, all, compared(both)) : [],
  };
}
