import type { DashboardModel, PanelModel } from "./dashboard-model.ts";
import { metricsBehind } from "./metrics-behind.ts";
import type { Model } from "./model.ts";
import type { AlertModel } from "./rule-model.ts";

/** The panels of a dashboard that show a metric that the alert looks at, in reading order. */
export function panelsOfAlert(
  { analysis }: Pick<AlertModel, "analysis">,
  { rows }: Pick<DashboardModel, "rows">,
  model: Pick<Model, "recordings">,
): PanelModel[] {
  const watched = new Set(metricsBehind(analysis, model));
  return rows
    .flatMap(({ panels }) => panels)
    .filter(({ queries }) =>
      queries.some((query) => metricsBehind(query.analysis, model).some((metric) => watched.has(metric))),
    );
}
