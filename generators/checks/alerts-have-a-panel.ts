import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import { metricsBehind } from "../model/metrics-behind.ts";

/** Whoever is woken can see what woke them: some panel shows a metric of the alert. */
export const alertsHaveAPanel: Check = {
  id: "alerts-have-a-panel",
  *find(model: Model): Iterable<Finding> {
    const panels = model.dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels));
    const shown = new Set(
      panels.flatMap(({ queries }) => queries.flatMap(({ analysis }) => metricsBehind(analysis, model))),
    );
    for (const alert of model.alerts) {
      const metrics = metricsBehind(alert.analysis, model);
      if (metrics.length === 0 || metrics.some((metric) => shown.has(metric))) continue;
      yield {
        definition: alert,
        message: `no panel shows what alert "${alert.name}" is about: ${metrics.join(", ")}`,
        mend: "add a panel with one of these metrics to a dashboard of its service",
      };
    }
  },
};
