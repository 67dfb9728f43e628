import { groupBy } from "../group-by.ts";
import { remembered } from "../remembered.ts";
import type { Analysis } from "../promql/analysis.ts";
import type { DashboardModel } from "./dashboard-model.ts";
import type { PanelModel } from "../panels/panel-model.ts";
import { namesBehind } from "./metrics-behind.ts";
import type { Model, RunbookModel } from "./model.ts";
import type { AlertModel, RecordingModel } from "./rule-model.ts";

/** A dashboard with those of its panels that show something. */
export interface ShowingDashboard {
  readonly dashboard: DashboardModel;
  readonly panels: readonly PanelModel[];
}

/** Who reads a metric or a recording, directly or through recordings, each in the order of the model. */
export interface Uses {
  readonly alerts: readonly AlertModel[];
  readonly recordings: readonly RecordingModel[];
  readonly panels: readonly ShowingDashboard[];
  /** Runbooks with a question that reads it. */
  readonly runbooks: readonly RunbookModel[];
  /** Dashboards that mark it on the time axis. */
  readonly marks: readonly DashboardModel[];
  /** Dashboards that offer the values of one of its labels. */
  readonly choices: readonly DashboardModel[];
}

/** Looks up who reads a metric, by its key, or a recording, by its id. */
export type UsesOf = (key: string) => Uses;

/** Everything that reads a metric or a recording: each expression is looked through once, and asked about for every name. */
export const usesIn: (model: Model) => UsesOf = remembered((model: Model) => {
  const readers = {
    alerts: readersAmong(model.alerts, (alert) => [alert], model),
    recordings: readersAmong(model.recordings, (recording) => [recording], model),
    panels: readersAmong(model.dashboards.flatMap(panelsOf), ({ panel }) => panel.queries, model),
    runbooks: readersAmong(model.runbooks, ({ questions }) => questions, model),
    marks: readersAmong(model.dashboards, ({ annotations }) => annotations, model),
    choices: readersAmong(model.dashboards, ({ variables }) => variables, model),
  };
  return (key) => ({
    alerts: readers.alerts(key),
    recordings: readers.recordings(key),
    panels: byDashboard(readers.panels(key)),
    runbooks: readers.runbooks(key),
    marks: readers.marks(key),
    choices: readers.choices(key),
  });
});

interface PanelOfDashboard {
  readonly dashboard: DashboardModel;
  readonly panel: PanelModel;
}

function panelsOf(dashboard: DashboardModel): PanelOfDashboard[] {
  return dashboard.rows.flatMap(({ panels }) => panels.map((panel) => ({ dashboard, panel })));
}

function byDashboard(panels: readonly PanelOfDashboard[]): ShowingDashboard[] {
  const groups = groupBy(panels, ({ dashboard }) => dashboard);
  return [...groups].map(([dashboard, own]) => ({ dashboard, panels: own.map(({ panel }) => panel) }));
}

/** Looks up those of a list that read a name, in the order of the list. */
function readersAmong<T>(
  list: readonly T[],
  expressionsOf: (one: T) => readonly { readonly analysis: Analysis }[],
  model: Model,
): (key: string) => readonly T[] {
  const readers = new Map<string, T[]>();
  for (const one of list) {
    const names = expressionsOf(one).flatMap(({ analysis }) => {
      const { metrics, recordings } = namesBehind(analysis, model);
      return [...metrics, ...recordings];
    });
    for (const name of new Set(names)) {
      const own = readers.get(name);
      if (own) own.push(one);
      else readers.set(name, [one]);
    }
  }
  return (key) => readers.get(key) ?? [];
}
