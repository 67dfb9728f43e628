import { formatDuration } from "../../../language/duration.ts";
import { compareText } from "../../../text/order.ts";
import type { PlatformModel } from "../../../model/routing-model.ts";
import type { AlertModel } from "../../../model/rule-model.ts";
import { notifierLabels } from "../../../notifiers/of-receivers.ts";
import type { InhibitedPair } from "../../../routing/inhibits.ts";
import type { AlertRouting, NotifyingRoute } from "../../../routing/notification-routing.ts";
import type { TimesToPage, TimeToPage } from "../../../routing/time-to-page.ts";
import { closedTimes, opening, openTimes } from "../../../routing/open-times.ts";
import { escapeMarkdown, inlineCode, link, table } from "../../../text/markdown.ts";

/** Something that keeps a firing alert from being sent, in the words of the page. */
interface Hold {
  readonly alertIs: string;
  readonly verb: string;
  readonly cause: string;
  /** What it is configured in. */
  readonly source: string;
}

const inhibition: Hold = {
  alertIs: "inhibited",
  verb: "inhibits",
  cause: "another firing alert (where labels are listed, only one with the same values)",
  source: "the inhibitions",
};

const mute: Hold = {
  alertIs: "muted",
  verb: "mutes",
  cause: "the time of the week",
  source: "the times of the week",
};

/** What can keep an alert of this platform from being sent. */
export function holdsOf({ inhibitions, timeIntervals }: PlatformModel): Hold[] {
  return [
    ...(Object.keys(inhibitions).length > 0 ? [inhibition] : []),
    ...(Object.keys(timeIntervals).length > 0 ? [mute] : []),
  ];
}

/** The heading of what holds an alert back: `inhibited or muted by`. */
export function heldBackBy(holds: readonly Hold[]): string {
  return `${holds.map(({ alertIs }) => alertIs).join(" or ")} by`;
}

/** The heading of how long it takes until people are notified. */
export const fromFirstBad = "from the first bad sample";

/** `5m45s to 7m`: at the earliest, and at the latest. */
export function pagedText(time: TimeToPage | undefined): string {
  if (time === undefined) return "rests on no sample";
  return `${formatDuration(time.soonestMs)} to ${formatDuration(time.latestMs)}`;
}

/** One row per alert, most severe first, then by name. */
export function alertTable(
  routing: readonly AlertRouting[],
  platform: PlatformModel,
  times: TimesToPage,
): string {
  const holds = holdsOf(platform);
  const columns: Column[] = [
    ["alert", ({ alert }) => link(alert.name, `alerts/${alert.name}.md`)],
    ["severity", ({ alert }) => escapeMarkdown(alert.severity.name)],
    ["who is notified", ({ routes }) => lines(routes.map(notified))],
    ["how soon", ({ routes }) => byReceiver(routes, howSoon)],
    [fromFirstBad, (one) => byReceiver(one.routes, (route) => pagedText(times(one, route)))],
    ["repeated after", ({ routes }) => byReceiver(routes, ({ times }) => formatDuration(times.againAfterMs))],
    ...(holds.length === 0 ? [] : [[heldBackBy(holds), holding] satisfies Column]),
    ...(holds.includes(inhibition)
      ? [["inhibits", ({ inhibits }) => lines(pairWords(inhibits, ({ target }) => target))] satisfies Column]
      : []),
  ];
  const sorted = routing.toSorted(
    ({ alert: a }, { alert: b }) => a.severity.rank - b.severity.rank || compareText(a.name, b.name),
  );
  return table(
    columns.map(([title]) => title),
    sorted.map((one) => columns.map(([, cell]) => cell(one))),
  );
}

type Column = readonly [title: string, cell: (routing: AlertRouting) => string];

function holding({ routes, inhibitedBy }: AlertRouting): string {
  const closed = routes.flatMap(({ route, settings }) => {
    const times = closedTimes(route);
    return times === undefined ? [] : [escapeMarkdown(`${times}: ${settings.receiver.name}`)];
  });
  return lines([...closed, ...pairWords(inhibitedBy, ({ source }) => source)]);
}

function notified(route: NotifyingRoute): string {
  const names = notifierLabels(route.settings.receiver);
  return escapeMarkdown(`${nameOf(route)} (${names.length === 0 ? "nobody" : names.join(", ")})`);
}

function howSoon({ route, times }: NotifyingRoute): string {
  const range = `${formatDuration(times.soonestMs)} to ${formatDuration(times.latestMs)}`;
  const open = openTimes(route);
  return open === undefined
    ? range
    : `${range} ${open}, otherwise within ${formatDuration(times.atMostEveryMs)} of ${opening(route)}`;
}

/** Receivers are only named where they differ. */
function byReceiver(routes: readonly NotifyingRoute[], say: (route: NotifyingRoute) => string): string {
  const texts = [...new Set(routes.map(say))];
  if (texts.length === 1) return texts.map(escapeMarkdown).join("");
  return lines(
    texts.map((text) => {
      const names = routes.filter((route) => say(route) === text).map(nameOf);
      return escapeMarkdown(`${names.join(", ")}: ${text}`);
    }),
  );
}

function nameOf({ surely, settings }: NotifyingRoute): string {
  return `${surely ? "" : "perhaps "}${settings.receiver.name}`;
}

/** The lines of a cell; git hosts render this tag in tables. */
function lines(items: readonly string[]): string {
  return items.length === 0 ? "nothing" : items.join("<br>");
}

/**
 * The alerts on one side of these pairs as Markdown, one text for all that need the same labels: `A, B (same instance)`.
 *
 * @param print the name of an alert as Markdown
 */
export function pairWords(
  pairs: readonly InhibitedPair[],
  side: (pair: InhibitedPair) => AlertModel,
  print: (name: string) => string = escapeMarkdown,
): string[] {
  const always = new Set(pairs.filter((pair) => conditionOf(pair) === "").map((pair) => side(pair).name));
  const namesByCondition = new Map<string, Set<string>>();
  for (const pair of pairs) {
    const { name } = side(pair);
    const condition = conditionOf(pair);
    // What holds anyway is not said again for what needs more.
    if (condition !== "" && always.has(name)) continue;
    namesByCondition.set(condition, (namesByCondition.get(condition) ?? new Set()).add(name));
  }
  return [...namesByCondition]
    .sort(([a], [b]) => compareText(a, b))
    .map(([condition, names]) => `${[...names].sort(compareText).map(print).join(", ")}${condition}`);
}

function conditionOf({ surely, ifSame }: InhibitedPair): string {
  const labels = ifSame.map(inlineCode).join(", ");
  const words = [surely ? [] : "perhaps", labels === "" ? [] : `same ${labels}`].flat();
  return words.length === 0 ? "" : ` (${words.join(", ")})`;
}
