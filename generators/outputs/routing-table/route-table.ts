import type { PlatformModel } from "../../model/routing-model.ts";
import { formatDuration } from "../../language/duration.ts";
import { matchersOf } from "../../routing/alert-matcher.ts";
import { settingsOf, type RouteSettings } from "../../routing/route-settings.ts";
import { escapeMarkdown, inlineCode, table } from "../../text/markdown.ts";
import { matcherText } from "../alertmanager/matcher-text.ts";
import { numberedRoutes, type NumberedRoute } from "./numbered-routes.ts";
import { openTimes } from "./open-times.ts";

const columns = [
  "route",
  "takes",
  "tells",
  "when",
  "one notification for the same",
  "waits for company",
  "a change at most every",
  "repeat interval",
];

/** What each route says or inherits, the root last: it takes what no other does. */
export function routeTable({ routing }: PlatformModel): string {
  const [root, ...others] = numberedRoutes(routing);
  const last = root && others.length === 0 ? { ...root, number: "the only one" } : root;
  const rows = [...others, ...(last ? [last] : [])].map((one) => row(one, settingsOf(routing, one.path)));
  return table(columns, rows);
}

function row(one: NumberedRoute, settings: RouteSettings): string[] {
  const { receiver, groupWaitMs, groupIntervalMs, repeatIntervalMs } = settings;
  return [
    one.number === "" ? "otherwise" : one.number,
    taken(one),
    escapeMarkdown(receiver.name),
    escapeMarkdown(openTimes(one.route) ?? "always"),
    groupWords(settings),
    formatDuration(groupWaitMs),
    formatDuration(groupIntervalMs),
    formatDuration(repeatIntervalMs),
  ];
}

function taken({ route, number }: NumberedRoute): string {
  const matchers = matchersOf(route.match ?? {}).map((matcher) => inlineCode(matcherText(matcher)));
  const what = matchers.length === 0 ? "everything" : matchers.join(", ");
  if (number === "") return "what no route above takes";
  return route.continue === true ? `a copy of ${what}` : what;
}

function groupWords({ groupBy }: RouteSettings): string {
  if (groupBy === "all") return "labels, all of them";
  return groupBy.length === 0 ? "route" : groupBy.map(inlineCode).join(", ");
}
