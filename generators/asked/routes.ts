import { formatDuration } from "../language/duration.ts";
import type { Model } from "../model/model.ts";
import type { RouteModel } from "../model/routing-model.ts";
import { matchersOf } from "../routing/alert-matcher.ts";
import { notificationRouting } from "../routing/notification-routing.ts";
import { closedTimes, openTimes } from "../routing/open-times.ts";
import { settingsOf } from "../routing/route-settings.ts";
import { matcherText } from "../targets/alertmanager/matcher-text.ts";
import { namedRoutes } from "../targets/docs/routing-table/routes.ts";
import { told, type EntriesOf } from "./entry.ts";

type Path = readonly RouteModel[];

/** In the order in which Alertmanager tries them, the root first. */
export const routes: EntriesOf = (model) => {
  const { routing } = model.platform;
  return namedRoutes(routing).map(({ route, path }) => {
    const settings = settingsOf(routing, path);
    const { receiver, groupWaitMs, groupIntervalMs, repeatIntervalMs, groupBy } = settings;
    return {
      name: nameOf(path),
      service: undefined,
      place: route.place,
      row: { receiver: receiver.name, when: openTimes(route) ?? "always" },
      facts: () =>
        told({
          receiver: receiver.name,
          "goes on to the next": route.continue === true ? "yes: it is a copy" : undefined,
          "notifies only": openTimes(route),
          "is mute": closedTimes(route),
          "grouped by": groupBy === "all" ? "all labels" : groupBy,
          "group wait": formatDuration(groupWaitMs),
          "group interval": formatDuration(groupIntervalMs),
          "repeat interval": formatDuration(repeatIntervalMs),
          takes: takenBy(route, model),
        }),
    };
  });
};

function takenBy(route: RouteModel, model: Model): string[] {
  const taken = notificationRouting(model).filter(({ routes: own }) =>
    own.some((one) => one.route === route),
  );
  return taken.map(({ alert }) => alert.name);
}

/** `severity="critical" / service="shop"`: what is taken on the way down to it. */
function nameOf(path: Path): string {
  if (path.length === 1) return "root";
  return path.slice(1).map(conditions).join(" / ");
}

function conditions({ match = {} }: RouteModel): string {
  const texts = matchersOf(match).map(matcherText);
  return texts.length === 0 ? "everything" : texts.join(", ");
}
