import type { PlatformModel, RouteModel } from "../../../model/routing-model.ts";
import { formatDuration } from "../../../language/duration.ts";
import { settingsOf, type RouteSettings } from "../../../routing/route-settings.ts";
import { escapeMarkdown, inlineCode, table } from "../../../text/markdown.ts";
import { matcherText } from "../../alertmanager/matcher-text.ts";
import { matchersOfRoute, namedRoutes, type NamedRoute } from "./named-routes.ts";
import { openTimes } from "./open-times.ts";

const columns = [
  "takes",
  "tells",
  "when",
  "one notification for the same",
  "waits for company",
  "a change at most every",
  "repeat interval",
];

/** What each route says or inherits, in the order in which they are tried; the root last: it takes what no other does. */
export function routeTable({ routing }: PlatformModel): string {
  const [root, ...others] = namedRoutes(routing);
  const isOnly = others.length === 0;
  const rows = [...others, ...(root ? [root] : [])].map((one) =>
    row(one, settingsOf(routing, one.path), isOnly),
  );
  return table(columns, rows);
}

function row(one: NamedRoute, settings: RouteSettings, isOnly: boolean): string[] {
  const { receiver, groupWaitMs, groupIntervalMs, repeatIntervalMs } = settings;
  return [
    taken(one, isOnly),
    escapeMarkdown(receiver.name),
    escapeMarkdown(openTimes(one.route) ?? "always"),
    groupWords(settings),
    formatDuration(groupWaitMs),
    formatDuration(groupIntervalMs),
    formatDuration(repeatIntervalMs),
  ];
}

/** A route below another one takes some of what that one takes: `team="a"`, of `service="shop"`. */
function taken({ route, path }: NamedRoute, isOnly: boolean): string {
  const what = path.slice(1).reverse().map(conditions).join(", of ");
  if (what === "") return isOnly ? "every alert" : "otherwise: what no route above takes";
  return route.continue === true ? `a copy of ${what}` : what;
}

function conditions(route: RouteModel): string {
  const matchers = matchersOfRoute(route).map((matcher) => inlineCode(matcherText(matcher)));
  return matchers.length === 0 ? "everything" : matchers.join(", ");
}

function groupWords({ groupBy }: RouteSettings): string {
  if (groupBy === "all") return "labels, all of them";
  return groupBy.length === 0 ? "route" : groupBy.map(inlineCode).join(", ");
}
