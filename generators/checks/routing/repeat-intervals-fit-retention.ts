import type { Check, Finding } from "../../check.ts";
import { durationInMs } from "../../language/duration.ts";
import type { Model } from "../../model/model.ts";
import { routesUnder } from "../../model/routing-model.ts";

/** A group is told again as late as its route says, and not when Alertmanager has forgotten that it was told. */
export const repeatIntervalsFitRetention: Check = {
  id: "repeat-intervals-fit-retention",
  why: "Alertmanager remembers whom it has notified only as long as its retention, by itself 120 hours. What is to be repeated later than that is repeated then.",
  source: "https://github.com/prometheus/alertmanager/issues/1806",
  wrong: `
export const routing = route({ ...root, repeatInterval: "1w" });
`,
  right: `
export const routing = route({ ...root, repeatInterval: "1w" });
export const alertmanager = { retention: "1w" } as const;
`,
  *find({ platform }: Model): Iterable<Finding> {
    const { retention } = platform.alertmanager;
    const keptMs = durationInMs(retention) ?? 0;
    for (const route of routesUnder(platform.routing)) {
      const { repeatInterval = "0s", receiver } = route;
      if ((durationInMs(repeatInterval) ?? 0) <= keptMs) continue;
      const { file, line } = platform.place;
      yield {
        definition: route,
        message: `the route to "${receiver.name}" repeats every ${repeatInterval}, but Alertmanager forgets after ${retention} that it has notified`,
        fix: `shorten repeatInterval, or keep it for longer at ${file}:${line}: alertmanager: { retention: "${repeatInterval}" }`,
      };
    }
  },
};
