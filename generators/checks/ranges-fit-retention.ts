import { durationInMs, formatDuration } from "../../definitions/language/duration.ts";
import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import { expressionsOf } from "./expressions-of.ts";

/** No expression looks further back than Prometheus keeps its samples, and no alert waits longer than that. */
export const rangesFitRetention: Check = {
  id: "ranges-fit-retention",
  *find(model: Model): Iterable<Finding> {
    const { retention, place } = model.platform.stack;
    const keptMs = durationInMs(retention) ?? 0;
    const mend = `ask for less, or keep more at ${place.file}:${place.line}`;
    for (const { definition, place: at, name, analysis } of expressionsOf(model)) {
      for (const { metric, reachMs } of analysis.selectors) {
        if (reachMs === undefined || reachMs <= keptMs) continue;
        const message = `${name} looks ${formatDuration(reachMs)} back at ${metric ?? "a selector"}, but samples are kept for ${retention}`;
        yield { definition, place: at, message, mend };
      }
    }
    for (const alert of model.alerts) {
      if (alert.forMs <= keptMs) continue;
      const message = `alert "${alert.name}" waits ${alert.for}, but samples are kept for ${retention}`;
      yield { definition: alert, message, mend };
    }
  },
};
