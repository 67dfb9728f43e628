import type { RouteModel } from "../../model/routing-model.ts";
import { matchersOf } from "../../routing/alert-matcher.ts";
import { matcherText } from "./matcher-text.ts";

/** A route and those below it, in the author's order, because the first that matches takes the alert. */
export function routeSection(route: RouteModel): object {
  return {
    // Alertmanager refuses matchers at the root, even an empty list.
    matchers: route.match && matchersOf(route.match).map(matcherText),
    receiver: route.receiver.name,
    group_by: route.groupBy,
    group_wait: route.groupWait,
    group_interval: route.groupInterval,
    repeat_interval: route.repeatInterval,
    active_time_intervals: route.activeDuring?.map(({ name }) => name),
    mute_time_intervals: route.mutedDuring?.map(({ name }) => name),
    continue: route.continue === true ? true : undefined,
    routes: route.routes?.map(routeSection),
  };
}
