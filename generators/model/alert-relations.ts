import type { Platform } from "../language/platform.ts";
import type { DashboardModel } from "./dashboard-model.ts";
import type { PanelModel } from "../panels/panel-model.ts";
import type { Model, RunbookModel } from "./model.ts";
import type { AlertModel } from "./rule-model.ts";
import { groupBy } from "../group-by.ts";
import { compareText } from "../text/order.ts";
import { remembered } from "../remembered.ts";
import { isSameSubject, subjectsOf, type Subject } from "./subjects.ts";

/** A panel and what it shows. */
export interface ShownPanel {
  readonly dashboard: DashboardModel;
  readonly panel: PanelModel;
  readonly subjects: readonly Subject[];
}

/** All panels of all dashboards, in reading order: worked out once, for all alerts. */
export function shownPanels({
  dashboards,
  recordings,
}: Pick<Model, "dashboards" | "recordings">): readonly ShownPanel[] {
  return panelsThrough(recordings)(dashboards);
}

const panelsThrough = remembered((recordings: Model["recordings"]) =>
  remembered((dashboards: Model["dashboards"]): readonly ShownPanel[] =>
    dashboards.flatMap((dashboard) =>
      dashboard.rows
        .flatMap(({ panels }) => panels)
        .map((panel) => ({
          dashboard,
          panel,
          subjects: panel.queries.flatMap((query) => subjectsOf(query, { recordings })),
        })),
    ),
  ),
);

/** Panels by what they show, and by the alerts that they draw, with their places in the list. */
const tablesOf = remembered((shown: readonly ShownPanel[]) => {
  const placed = [...shown.entries()];
  const bySubject = placed.flatMap(([at, { subjects }]) => subjects.map((subject) => ({ at, subject })));
  const byAlert = shown.flatMap((one) => one.panel.alerts.map(({ name }) => ({ name, one })));
  return {
    bySubject: groupBy(bySubject, ({ subject }) => subjectKey(subject)),
    byAlert: groupBy(byAlert, ({ name }) => name),
  };
});

/** What two subjects at least have in common when they are the same. */
function subjectKey({ key, part }: Subject): string {
  return `${part} ${key}`;
}

/** Those that show series that the alert is about. */
export function panelsOfAlert(
  alert: Pick<AlertModel, "analysis">,
  shown: readonly ShownPanel[],
  model: Pick<Model, "recordings">,
): ShownPanel[] {
  const { bySubject } = tablesOf(shown);
  const places = subjectsOf(alert, model).flatMap((watched) =>
    (bySubject.get(subjectKey(watched)) ?? [])
      .filter(({ subject }) => isSameSubject(watched, subject))
      .map(({ at }) => at),
  );
  return [...new Set(places)].sort((a, b) => a - b).flatMap((at) => shown[at] ?? []);
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
  const drawing = new Set(drawingPanels(alert, shown).map(({ dashboard }) => dashboard));
  // Where the author of one of its panels wanted to see this alert, each panel counts.
  const weight = (dashboard: DashboardModel) =>
    drawing.has(dashboard) ? about.filter((one) => one === dashboard).length : 0;
  return [...new Set(about)].sort((a, b) => weight(b) - weight(a));
}

/** Where its notification leads: to the first of them, of its own service if there is one. */
export function linkedDashboard(
  alert: Pick<AlertModel, "name" | "service" | "analysis">,
  shown: readonly ShownPanel[],
  model: Pick<Model, "recordings">,
): DashboardModel | undefined {
  const found = dashboardsOfAlert(alert, shown, model);
  return found.find(({ service }) => service === alert.service) ?? found[0];
}

/** Tells of one of the dashboards, by its uid, which alerts link to it, by what Prometheus calls them, in order. */
export function alertsByDashboard(
  alerts: readonly Pick<AlertModel, "name" | "alertname" | "service" | "analysis">[],
  recordings: Model["recordings"],
): (dashboards: Model["dashboards"]) => (uid: string) => readonly string[] {
  return (dashboards) => {
    const shown = shownPanels({ dashboards, recordings });
    const linked = groupBy(alerts, (alert) => linkedDashboard(alert, shown, { recordings })?.uid);
    return (uid) => {
      const names = (linked.get(uid) ?? []).map(({ alertname }) => alertname);
      return [...new Set(names)].sort(compareText);
    };
  };
}

/** Those that draw its threshold. */
function drawingPanels(
  { name }: Pick<AlertModel, "name">,
  shown: readonly ShownPanel[],
): readonly ShownPanel[] {
  return (tablesOf(shown).byAlert.get(name) ?? []).map(({ one }) => one);
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
): readonly RunbookModel[] {
  return (runbooksByAlert(runbooks).get(name) ?? []).map(({ runbook }) => runbook);
}

const runbooksByAlert = remembered((runbooks: Model["runbooks"]) => {
  const listed = runbooks.flatMap((runbook) =>
    [...new Set(runbook.alerts)].map((name) => ({ name, runbook })),
  );
  return groupBy(listed, ({ name }) => name);
});
