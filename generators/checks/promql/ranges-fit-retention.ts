import { durationInMs, formatDuration } from "../../language/duration.ts";
import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { expressionsOf } from "../reading/expressions-of.ts";

/** Nothing looks further back than Prometheus keeps its samples, and no alert waits longer than that. */
export const rangesFitRetention: Check = {
  id: "ranges-fit-retention",
  why: "Prometheus deletes samples that are older than its retention. A longer range silently covers only what is left, so the result is wrong.",
  source: "https://prometheus.io/docs/prometheus/latest/storage/",
  wrong: `
export const day = timeSeries({
  title: "Orders over time",
  description: "How the day goes.",
  queries: [orders.increase("30d")],
});
`,
  right: `
export const day = timeSeries({
  title: "Orders over time",
  description: "How the day goes.",
  queries: [orders.increase("7d")],
});
`,
  *find(model: Model): Iterable<Finding> {
    const { prometheus, place } = model.platform;
    const { retention } = prometheus;
    const keptMs = durationInMs(retention) ?? 0;
    const kept = `but samples are kept for ${retention}`;
    const fix = `use a shorter range, or raise the retention at ${place.file}:${place.line}`;
    for (const { definition, place: at, name, analysis } of expressionsOf(model)) {
      for (const { metric = "a selector", reachMs } of analysis.selectors) {
        if (reachMs === undefined || reachMs <= keptMs) continue;
        const message = `${name} looks back ${inWords(reachMs)} at ${metric}, ${kept}`;
        yield { definition, place: at, message, fix, cause: inWords(reachMs) };
      }
    }
    for (const alert of model.alerts) {
      if (alert.forMs <= keptMs) continue;
      yield { definition: alert, message: `alert "${alert.name}" waits ${alert.for}, ${kept}`, fix };
    }
    for (const dashboard of model.dashboards) {
      if ((durationInMs(dashboard.last) ?? 0) <= keptMs) continue;
      const message = `dashboard "${dashboard.uid}" shows the last ${dashboard.last}, ${kept}`;
      yield { definition: dashboard, message, fix };
    }
  },
};

/** A range and an offset, each as long as Prometheus takes it, are longer together than a duration can be. */
function inWords(ms: number): string {
  const longest = durationInMs("292y") ?? 0;
  return ms > longest ? "more than 292y" : formatDuration(ms);
}
