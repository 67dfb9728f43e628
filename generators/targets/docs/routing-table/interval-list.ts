import type { Platform } from "../../../language/platform.ts";
import type { TimeInterval } from "../../../language/time-interval.ts";
import { bulletList, escapeMarkdown } from "../../../text/markdown.ts";

/** The times of the week that routes refer to. */
export function intervalList({ timeIntervals }: Platform): string {
  return bulletList(
    Object.values(timeIntervals).map(
      (interval) => `**${escapeMarkdown(interval.name)}**: ${escapeMarkdown(wordsOf(interval))}`,
    ),
  );
}

/** `Mon–Fri 09:00–17:00 (Europe/Berlin)` */
function wordsOf({ weekdays, times, location }: TimeInterval): string {
  const inDays = weekdays?.map((range) => range.split(":").map(shortDay).join("–")).join(", ") ?? "every day";
  const hours = times?.map(({ from, to }) => `${from}–${to}`).join(", ");
  return [inDays, ...(hours === undefined ? [] : [hours]), `(${location})`].join(" ");
}

/** `monday` → `Mon` */
function shortDay(day: string): string {
  return `${day.charAt(0).toUpperCase()}${day.slice(1, 3)}`;
}
