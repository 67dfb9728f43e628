import { listed } from "../text/listed.ts";
import type { Comparison } from "./comparison.ts";
import { namesRead } from "./names-read.ts";

/** What rests on a recording or a metric, counted: `1 recording, 2 alerts and 1 panel`; undefined: nothing does. */
export function restingOn(name: string, { head, changedBelow }: Comparison): string | undefined {
  const rests = (reads: readonly string[]) => changedBelow(reads).includes(name);
  const parts = [
    counted(head.recordings.filter(({ reads }) => rests(reads)).length, "recording"),
    counted(head.alerts.filter(({ reads }) => rests(reads)).length, "alert"),
    counted(
      head.panels.filter(({ queries }) => queries.some(({ node }) => node && rests(namesRead(node)))).length,
      "panel",
    ),
  ].filter((part) => part !== "");
  return parts.length === 0 ? undefined : listed(parts);
}

function counted(count: number, noun: string): string {
  if (count === 0) return "";
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
