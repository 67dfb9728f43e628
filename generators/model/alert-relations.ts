import type { Platform } from "../language/platform.ts";
import type { DashboardModel } from "./dashboard-model.ts";
import type { PanelModel } from "../panels/panel-model.ts";
import type { Model, RunbookModel } from "./model.ts";
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
  alert: Pick<AlertModel, "analysis">,
  shown: readonly ShownPanel[],
  model: Pick<Model, "recordings">,
): ShownPanel[] {
  const watched = subjectsOf(alert, model);
  return shown.filter(({ subjects }) =>
    subjects.some((one) => watched.some((subject) => isSameSubject(subject, one))),
  );
}

/**
 * The dashboards of which a panel shows series that the alert is about: first those that draw its threshold, as others may
 * show them for another reason; of these first the one that shows the most of them.
 */
export function dashboardsOfAlert(
  alert: Pick<AlertModel, "name" | "analysis">,
  shown: readonly ShownPanel[],
  model: Pick<Model, "recordings">,
): DashboardModel[] {
  const about = panelsOfAlert(alert, shown, model).map(({ dashboard }) => dashboard);
  const drawing = shown.filter(({ panel }) => panel.alerts.some(({ name }) => name === alert.name));
  // Where the author of one of its panels wanted to see this alert, each panel counts.
  const weight = (dashboard: DashboardModel) =>
    drawing.some((one) => one.dashboard === dashboard) ? about.filter((one) => one === dashboard).length : 0;
  return [...new Set(about)].sort((a, b) => weight(b) - weight(a));
}

/** Where a dashboard is opened. */
export function dashboardUrl(
  { uid }: Pick<DashboardModel, "uid">,
  { externalUrls }: Pick<Platform, "externalUrls">,
): string {
  return `${externalUrls.grafana.replace(/\/$/, "")}/d/${uid}`;
}

/** The runbooks that list this alert, in the order of the model. */
export function runbooksOfAlert(
  { name }: Pick<AlertModel, "name">,
  { runbooks }: Pick<Model, "runbooks">,
): RunbookModel[] {
  return runbooks.filter(({ alerts }) => alerts.includes(name));
}
