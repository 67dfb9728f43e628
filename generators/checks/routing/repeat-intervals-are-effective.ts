import { durationInMs } from "../../language/duration.ts";
import type { RouteModel } from "../../model/routing-model.ts";
import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { defaultSettings } from "../../routing/route-settings.ts";

interface Intervals {
  readonly groupInterval: string;
  readonly repeatInterval: string;
}

/** A group is looked at every `groupInterval`, so it cannot be repeated more often than that. */
export const repeatIntervalsAreEffective: Check = {
  id: "repeat-intervals-are-effective",
  why: "Alertmanager looks at a group only every group_interval, so it cannot repeat a notification more often than that. A shorter repeat_interval has no effect.",
  source: "https://prometheus.io/docs/alerting/latest/configuration/",
  wrong: `
export const routing = route({ ...root, groupInterval: "10m", repeatInterval: "5m" });
`,
  right: `
export const routing = route({ ...root, groupInterval: "10m", repeatInterval: "4h" });
`,
  *find({ platform }: Model): Iterable<Finding> {
    yield* fromHere(platform.routing, defaultSettings);
  },
};

function* fromHere(route: RouteModel, above: Intervals): Iterable<Finding> {
  const { groupInterval = above.groupInterval, repeatInterval = above.repeatInterval } = route;
  // What is inherited from above is reported there.
  const saysOne = route.groupInterval !== undefined || route.repeatInterval !== undefined;
  if (saysOne && inMs(repeatInterval) < inMs(groupInterval)) {
    yield {
      definition: route,
      message: `the route to "${route.receiver.name}" repeats every ${repeatInterval}, but notifies about a group at most every ${groupInterval}`,
      fix: "make repeatInterval at least as long as groupInterval",
    };
  }
  for (const child of route.routes ?? []) yield* fromHere(child, { groupInterval, repeatInterval });
}

function inMs(duration: string): number {
  return durationInMs(duration) ?? 0;
}
