import { formatDuration } from "../../../language/duration.ts";
import { notifierLabels } from "../../../notifiers/of-receivers.ts";
import type { AlertRouting, NotifyingRoute } from "../../../routing/notification-routing.ts";
import { closedTimes, opening } from "../../../routing/open-times.ts";
import { bulletList, escapeMarkdown, link, table } from "../../../text/markdown.ts";
import type { TimesToPage, TimeToPage } from "../../../routing/time-to-page.ts";
import { fromFirstBad, pagedText, pairWords } from "../routing-table/alert-table.ts";

const columns = ["who", "by", "how soon", fromFirstBad, "again after", "outside its hours"];

/** Who is notified of one alert: the same as its row in the table of all alerts. */
export function notifiedSection(routing: AlertRouting, times: TimesToPage): string {
  const { routes } = routing;
  if (routes.length === 0) return "Nobody is notified.";
  const isSure = routes.every(({ surely }) => surely);
  const rows = routes.map((route) => row(route, times(routing, route)));
  const sentences = [
    "How soon is counted from when the condition is first met.",
    ...(isSure ? [] : ["Perhaps: it depends on labels whose values are known only when it fires."]),
    `${link("Notification routing", "../routing.md")} shows how this is worked out.`,
  ];
  return `${table(columns, rows)}\n\n${sentences.join(" ")}`;
}

function row({ surely, route, settings, times }: NotifyingRoute, toPage: TimeToPage | undefined): string[] {
  const names = notifierLabels(settings.receiver);
  return [
    `${surely ? "" : "perhaps "}${escapeMarkdown(settings.receiver.name)}`,
    names.length === 0 ? "nobody" : names.map(escapeMarkdown).join(", "),
    `${formatDuration(times.soonestMs)} to ${formatDuration(times.latestMs)}`,
    pagedText(toPage),
    formatDuration(times.againAfterMs),
    closedTimes(route) === undefined
      ? "notified anyway"
      : escapeMarkdown(
          `not notified; if it still fires, within ${formatDuration(times.atMostEveryMs)} of ${opening(route)}`,
        ),
  ];
}

/** What inhibits an alert and what it inhibits, with links to their cards. */
export function inhibitionSection({ inhibitedBy, inhibits }: AlertRouting): string {
  const sources = pairWords(inhibitedBy, ({ source }) => source, cardLink);
  const targets = pairWords(inhibits, ({ target }) => target, cardLink);
  return bulletList([inhibitionLine("Inhibited by", sources), inhibitionLine("Inhibits", targets)]);
}

function inhibitionLine(word: string, alerts: readonly string[]): string {
  return `**${word}:** ${alerts.length === 0 ? "no other alert" : alerts.join("; ")}`;
}

function cardLink(name: string): string {
  return link(name, `${name}.md`);
}
