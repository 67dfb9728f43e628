import { durationInMs } from "../../definitions/language/duration.ts";
import type { Route } from "../../definitions/language/route.ts";
import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";

/** A group is looked at every `groupInterval`, so it cannot be repeated more often than that. */
export const repeatIntervalsAreEffective: Check = {
  id: "repeat-intervals-are-effective",
  *find({ platform }: Model): Iterable<Finding> {
    yield* below(platform.routing, {});
  },
};

type Intervals = Pick<Route, "groupInterval" | "repeatInterval">;

function* below(route: Route, above: Intervals): Iterable<Finding> {
  const { groupInterval, repeatInterval } = { ...above, ...route };
  if (
    groupInterval &&
    repeatInterval &&
    (durationInMs(repeatInterval) ?? 0) < (durationInMs(groupInterval) ?? 0)
  ) {
    yield {
      definition: route,
      message: `the route to "${route.receiver.name}" repeats every ${repeatInterval}, but its groups are looked at only every ${groupInterval}`,
      mend: "make repeatInterval at least as long as groupInterval",
    };
  }
  for (const child of route.routes ?? []) {
    yield* below(child, {
      ...(groupInterval ? { groupInterval } : {}),
      ...(repeatInterval ? { repeatInterval } : {}),
    });
  }
}
