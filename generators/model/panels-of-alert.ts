import type { DashboardModel, PanelModel } from "./dashboard-model.ts";
import { metricsBehind } from "./metrics-behind.ts";
import type { Model } from "./model.ts";
import type { AlertModel } from "./rule-model.ts";

/** A panel and what it shows. */
export interface ShownPanel {
  readonly dashboard: DashboardModel;
  readonly panel: PanelModel;
  /** By their keys. */
  readonly metrics: ReadonlySet<string>;
}

/** All panels of all dashboards, in reading order: worked out once, for all alerts. */
export function shownPanels(model: Pick<Model, "dashboards" | "recordings">): ShownPanel[] {
  return model.dashboards.flatMap((dashboard) =>
    dashboard.rows
      .flatMap(({ panels }) => panels)
      .map((panel) => {
        const metrics = panel.queries.flatMap(({ analysis }) => metricsBehind(analysis, model));
        return { dashboard, panel, metrics: new Set(metrics) };
      }),
  );
}

/** Those that show a metric that the alert looks at. */
export function panelsOfAlert(
  { analysis }: Pick<AlertModel, "analysis">,
  shown: readonly ShownPanel[],
  model: Pick<Model, "recordings">,
): ShownPanel[] {
  const watched = metricsBehind(analysis, model);
  return shown.filter(({ metrics }) => watched.some((metric) => metrics.has(metric)));
}
