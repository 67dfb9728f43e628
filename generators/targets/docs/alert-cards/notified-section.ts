import { formatDuration } from "../../../language/duration.ts";
import type { AlertRouting, NotifyingRoute } from "../../../routing/notification-routing.ts";
import { escapeMarkdown, link, table } from "../../../text/markdown.ts";
import { notifierLabels } from "../../../notifiers/of-receivers.ts";
import { closedTimes } from "../routing-table/alert-table.ts";

const columns = ["who", "by", "how soon", "again after", "outside of its hours"];

/** Who is told of one alert: the same as its row in the table of all alerts. */
export function notifiedSection({ routes }: AlertRouting): string {
  if (routes.length === 0) return "Nobody is told of it.";
  const isSure = routes.every(({ surely }) => surely);
  const sentences = [
    "Counted from the moment at which the expression begins to hold.",
    ...(isSure ? [] : ["Perhaps: it depends on labels whose values are known only when it fires."]),
    `${link("The way to a person", "../routing.md")} says how this comes about.`,
  ];
  return `${table(columns, routes.map(row))}\n\n${sentences.join(" ")}`;
}

function row({ surely, route, settings, times }: NotifyingRoute): string[] {
  const names = notifierLabels(settings.receiver);
  const closed = closedTimes(route);
  return [
    `${surely ? "" : "perhaps "}${escapeMarkdown(settings.receiver.name)}`,
    names.length === 0 ? "nobody" : names.map(escapeMarkdown).join(", "),
    `${formatDuration(times.soonestMs)} to ${formatDuration(times.latestMs)}`,
    formatDuration(times.againAfterMs),
    closed === undefined
      ? "told all the same"
      : escapeMarkdown(
          `not told ${closed}; up to ${formatDuration(times.atMostEveryMs)} after that ends, if it still fires`,
        ),
  ];
}
