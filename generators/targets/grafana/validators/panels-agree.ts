import type { Model } from "../../../model/model.ts";
import type { DashboardModel } from "../../../model/dashboard-model.ts";
import type { PanelModel, ThresholdStep } from "../../../panels/panel-model.ts";
import { suggestion } from "../../../text/suggestion.ts";
import { disagreements } from "../../validation/disagreements.ts";
import type { FileFinding } from "../../validation/finding.ts";
import { parseFile } from "../../validation/parse-file.ts";
import { counted } from "../../validation/subject.ts";
import { dataAt, itemsAt } from "../../validation/untyped-data.ts";
import type { OwnValidator } from "../../validation/validator.ts";
import { isDashboard, readDashboard, type DashboardFile } from "../validation/dashboard-file.ts";
import { dashboardOf, panelPlace, queryPlace } from "../validation/dashboard-place.ts";
import { dashboardQueries, queryName } from "../validation/dashboard-queries.ts";
import { metricsInQuery } from "../validation/metrics-in-query.ts";

/** What panels ask for, and from where on they change their colour: Grafana shows "No data", or green, without a word. */
export const panelsAgree: OwnValidator = {
  id: "panels-agree",
  what: "metrics and thresholds of panels",
  by: "signalbox",
  covers: isDashboard,
  validate({ paths, files, model }) {
    const known = new Set([...prometheusOwn, ...model.catalogue.all.map(({ name }) => name)]);
    const dashboards = paths.flatMap((path) => readDashboard(path, files[path] ?? "") ?? []);
    return {
      checked: counted(dashboards.flatMap(({ panels }) => panels).length, "panel"),
      findings: dashboards.flatMap((dashboard) => [
        ...unknownMetrics(dashboard, known, model),
        ...otherThresholds(dashboard, files[dashboard.path] ?? "", model),
      ]),
    };
  },
};

/** Series that Prometheus makes of the alerts themselves. */
const prometheusOwn = ["ALERTS", "ALERTS_FOR_STATE"];

function unknownMetrics(dashboard: DashboardFile, known: ReadonlySet<string>, model: Model): FileFinding[] {
  return dashboardQueries(dashboard).flatMap((query) =>
    metricsInQuery(query.expr)
      .filter((name) => !known.has(name))
      .map((name) => ({
        path: dashboard.path,
        place: queryPlace(dashboardOf(dashboard.uid, model), query),
        message: `${queryName(query)} asks for ${name}, which nothing exports${suggestion(name, known)}`,
      })),
  );
}

function otherThresholds(dashboard: DashboardFile, text: string, model: Model): FileFinding[] {
  const definition = dashboardOf(dashboard.uid, model);
  const file = parseFile(dashboard.path, text);
  return dashboard.panels.flatMap((panel) => {
    const meant = panelOf(definition, panel.id);
    const steps = dataAt(panel.data, "fieldConfig", "defaults", "thresholds", "steps");
    // Some kinds of panel show none.
    if (meant === undefined || steps === undefined) return [];
    const what = `the list of thresholds of panel "${meant.title}"`;
    const written = itemsAt(steps).map((step) => [dataAt(step, "value"), dataAt(step, "color")]);
    const place = panelPlace(definition, panel);
    return disagreements(dashboard.path, file, [{ what, written, meant: stepsOf(meant), at: [], place }]);
  });
}

function panelOf(dashboard: DashboardModel | undefined, id: unknown): PanelModel | undefined {
  return dashboard?.rows.flatMap(({ panels }) => panels).find((panel) => panel.id === id);
}

/** Timestamps are seconds in Prometheus and milliseconds in Grafana. */
const millisecondsPerSecond = 1000;

/** A panel without any says that nothing was decided, in blue: Grafana's own would be red from 80. */
function stepsOf({ thresholds, unit }: PanelModel): unknown[] {
  const scale = unit === "timestamp" ? millisecondsPerSecond : 1;
  const step = ({ value, color }: ThresholdStep) => [value === undefined ? null : value * scale, color];
  return thresholds.length === 0 ? [[null, "blue"]] : thresholds.map(step);
}
