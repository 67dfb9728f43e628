import { formatDuration } from "../../../language/duration.ts";
import { compareText } from "../../../text/order.ts";
import type { AlertWays, Way } from "../../../routing/ways-to-people.ts";
import { escapeMarkdown, link, table } from "../../../text/markdown.ts";
import { notifierLabels } from "../../../notifiers/of-receivers.ts";
import { closedTimes, openTimes } from "./open-times.ts";
import { pairWords } from "./pair-words.ts";

const columns = [
  "alert",
  "severity",
  "who is told",
  "how soon",
  "again after",
  "what silences it",
  "what it silences",
];

/** One row for each alert, the worst first, then by name. */
export function alertTable(ways: readonly AlertWays[]): string {
  const sorted = ways.toSorted(
    ({ alert: a }, { alert: b }) => a.severity.rank - b.severity.rank || compareText(a.name, b.name),
  );
  return table(columns, sorted.map(row));
}

function row({ alert, ways, mutedBy, mutes }: AlertWays): string[] {
  const closed = ways.flatMap(({ route, settings }) => {
    const times = closedTimes(route);
    return times === undefined ? [] : [escapeMarkdown(`${times}: ${settings.receiver.name}`)];
  });
  return [
    link(alert.name, `alerts/${alert.name}.md`),
    escapeMarkdown(alert.severity.name),
    lines(ways.map(told)),
    byReceiver(ways, howSoon),
    byReceiver(ways, ({ times }) => formatDuration(times.againAfterMs)),
    lines([...closed, ...pairWords(mutedBy, ({ source }) => source)]),
    lines(pairWords(mutes, ({ target }) => target)),
  ];
}

function told(way: Way): string {
  const names = notifierLabels(way.settings.receiver);
  return escapeMarkdown(`${nameOf(way)} (${names.length === 0 ? "nobody" : names.join(", ")})`);
}

function howSoon({ route, times }: Way): string {
  const range = `${formatDuration(times.soonestMs)} to ${formatDuration(times.latestMs)}`;
  const open = openTimes(route);
  return open === undefined
    ? range
    : `${range} ${open}, else up to ${formatDuration(times.atMostEveryMs)} after that begins`;
}

/** The receivers' names are said only where what is said of them differs. */
function byReceiver(ways: readonly Way[], say: (way: Way) => string): string {
  const texts = [...new Set(ways.map(say))];
  if (texts.length === 1) return texts.map(escapeMarkdown).join("");
  return lines(
    texts.map((text) => {
      const names = ways.filter((way) => say(way) === text).map(nameOf);
      return escapeMarkdown(`${names.join(", ")}: ${text}`);
    }),
  );
}

function nameOf({ surely, settings }: Way): string {
  return `${surely ? "" : "perhaps "}${settings.receiver.name}`;
}

/** Lines of a cell; git hosts take this tag in tables. */
function lines(items: readonly string[]): string {
  return items.length === 0 ? "nothing" : items.join("<br>");
}
