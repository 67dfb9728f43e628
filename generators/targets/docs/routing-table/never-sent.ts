import { groupBy } from "../../../group-by.ts";
import type { PlatformModel } from "../../../model/routing-model.ts";
import type { AlertRouting } from "../../../routing/notification-routing.ts";
import { listed } from "../../../text/listed.ts";
import { escapeMarkdown } from "../../../text/markdown.ts";
import { compareText } from "../../../text/order.ts";
import { closedTimes } from "../../../routing/open-times.ts";
import { heldBackBy, holdsOf } from "./alert-table.ts";

/** What nobody is told, at the time or later: whoever relies on a message that does not come should know. */
export function neverSent(routing: readonly AlertRouting[], platform: PlatformModel): string[] {
  return [
    ...whileHeldBack(platform),
    ...resolvedWhileClosed(routing),
    ...neverResolved(routing),
    "What begins and ends **while Alertmanager is down**. Prometheus still has it: the series `ALERTS`, and the panels of its dashboard.",
  ];
}

function whileHeldBack(platform: PlatformModel): string[] {
  const holds = holdsOf(platform);
  return holds.length === 0
    ? []
    : [`What begins and ends **while it is ${heldBackBy(holds).replace(/ by$/, "")}**.`];
}

/** Alertmanager drops what it would send while a route is closed, and remembers that there is nothing more to say. */
function resolvedWhileClosed(routing: readonly AlertRouting[]): string[] {
  const closed = routing.flatMap(({ routes }) =>
    routes.flatMap(({ route, settings }) => {
      const times = closedTimes(route);
      return times === undefined ? [] : [{ times, name: settings.receiver.name }];
    }),
  );
  const byTimes = groupBy(closed, ({ times }) => times);
  return [...byTimes]
    .sort(([a], [b]) => compareText(a, b))
    .map(([times, own]) => {
      const names = [...new Set(own.map(({ name }) => name))].sort(compareText);
      return `That an alert **resolved ${escapeMarkdown(times)}**, to ${escapeMarkdown(listed(names))}: who was notified that it fires is not notified that it is over, then or when the time comes. An incident or a thread that was opened stays open.`;
    });
}

function neverResolved(routing: readonly AlertRouting[]): string[] {
  const receivers = routing
    .flatMap(({ routes }) => routes.map(({ settings }) => settings.receiver))
    .filter(({ sendResolved }) => sendResolved === false);
  const names = [...new Set(receivers.map(({ name }) => name))].sort(compareText);
  return names.length === 0
    ? []
    : [
        `That an alert **resolved**, to ${escapeMarkdown(listed(names))}, which is to hear only that it fires.`,
      ];
}
