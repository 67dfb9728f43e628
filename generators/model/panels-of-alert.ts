import type { DashboardModel, PanelModel } from "./dashboard-model.ts";
import type { Model } from "./model.ts";
import type { AlertModel } from "./rule-model.ts";
import { isSameSubject, subjectsOf, type Subject } from "./subjects.ts";

/** A panel and what it shows. */
export interface ShownPanel {
  readonly dashboard: DashboardModel;
  readonly panel: PanelModel;
  readonly subjects: readonly Subject[];
}

/** All panels of all dashboards, in reading order: worked out once, for all alerts. */
export function shownPanels(model: Pick<Model, "dashboards" | "recordings">): ShownPanel[] {
  return model.dashboards.flatMap((dashboard) =>
    dashboard.rows
      .flatMap(({ panels }) => panels)
      .map((panel) => ({
        dashboard,
        panel,
        subjects: panel.queries.flatMap((query) => subjectsOf(query, model)),
      })),
  );
}

/** Those that show series that the alert is about. */
export function panelsOfAlert(
  alert: Pick<AlertModel, "expr" | "analysis">,
  shown: readonly ShownPanel[],
  model: Pick<Model, "recordings">,
): ShownPanel[] {
  const watched = subjectsOf(alert, model);
  return shown.filter(({ subjects }) =>
    subjects.some((one) => watched.some((subject) => isSameSubject(subject, one))),
  );
}
