import { formatDuration } from "../../language/duration.ts";
import type { PlatformModel, RouteModel } from "../../model/routing-model.ts";
import { notifierLabels } from "../../notifiers/of-receivers.ts";
import { matchersOf } from "../../routing/alert-matcher.ts";
import { knownLabels } from "../../routing/known-labels.ts";
import type { AlertRouting, NotifyingRoute } from "../../routing/notification-routing.ts";
import { triedRoutes, type TriedRoute } from "../../routing/tried-routes.ts";

/** A route, or at last the root, with what it does with the alert. */
export interface Station {
  /** What it asks for, a line each. */
  readonly takes: readonly string[];
  readonly remark: string;
  readonly depth: number;
  readonly isPassed: boolean;
  readonly notifying: NotifyingRoute | undefined;
}

/** Every route in the order in which they are tried, the root last. */
export function stationsOf({ alert, routes }: AlertRouting, platform: PlatformModel): Station[] {
  const notifyingOf = (route: RouteModel) => routes.find((one) => one.route === route);
  const tried = triedRoutes(platform.routing, knownLabels(alert, platform)).map((one): Station => ({
    takes: matcherLines(one.route),
    remark: remarkOn(one),
    depth: one.path.length - 2,
    isPassed: one.answer === "not tried",
    notifying: notifyingOf(one.route),
  }));
  const ofRoot = notifyingOf(platform.routing);
  return [
    ...tried,
    {
      takes: ["everything else"],
      remark: ofRoot ? "nothing above takes it" : "not tried",
      depth: 0,
      isPassed: ofRoot === undefined,
      notifying: ofRoot,
    },
  ];
}

function matcherLines({ match = {} }: RouteModel): string[] {
  const matchers = matchersOf(match);
  return matchers.length === 0
    ? ["every alert"]
    : matchers.map(({ label, op, value }) => `${label}${op}"${value}"`);
}

function remarkOn({ answer, route }: TriedRoute): string {
  switch (answer) {
    case "yes":
      return route.continue ? "takes a copy" : "takes it";
    case "maybe":
      return route.continue ? "may take a copy" : "may take it";
    case "no":
      return "does not match";
    case "not tried":
      return "not tried";
  }
}

/** In plain text, a line each. */
export function linesOf({
  route,
  settings,
  times,
}: NotifyingRoute): { readonly text: string; readonly name: string }[] {
  const { receiver } = settings;
  const labels = notifierLabels(receiver);
  const range = `${formatDuration(times.soonestMs)} to ${formatDuration(times.latestMs)} after it goes bad`;
  return [
    { text: receiver.name, name: "strong" },
    { text: labels.length === 0 ? "nobody" : labels.join(", "), name: "" },
    { text: range, name: "" },
    ...openWords(route).map((text) => ({ text, name: "" })),
    { text: `again every ${formatDuration(times.againAfterMs)} while it fires`, name: "muted" },
  ];
}

function openWords({ activeDuring = [], mutedDuring = [] }: RouteModel): string[] {
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).join(", ");
  return [
    ...(activeDuring.length === 0 ? [] : [`only in ${names(activeDuring)}`]),
    ...(mutedDuring.length === 0 ? [] : [`not in ${names(mutedDuring)}`]),
  ];
}
