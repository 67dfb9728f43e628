import { textTable } from "../../scripts/simulate/text-table.ts";
import { scale, type LiveStack } from "./live-stack.ts";
import type { Seen } from "./provoke.ts";

/** What was shortened, and how long each alert took. */
export function report({ laidOut }: LiveStack, seen: readonly Seen[]): string {
  const firstMs = Math.min(...seen.map(({ begunMs }) => begunMs));
  const rows = seen
    .toSorted((one, other) => one.begunMs - other.begunMs)
    .map(({ name, begunMs, toFireMs, toResolveMs, recipients }) => [
      name,
      `begun at ${inSeconds(begunMs - firstMs)}`,
      `notified after ${inSeconds(toFireMs)}`,
      `over after ${inSeconds(toResolveMs)}`,
      recipients.join(", "),
    ]);
  return [
    `All durations are divided by ${scale.speed}; nothing happens more often than once a second.`,
    `Cut shorter still: ${laidOut.capped.join(", ")}.`,
    `Of a window cut shorter still: ${laidOut.narrowed.join(", ") || "none"}.`,
    "Notifications are sent at any hour, not only in time intervals.",
    textTable(rows),
  ].join("\n");
}

function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
