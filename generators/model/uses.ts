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

/** Looks up who reads a metric, by its key, or a recording, by its name. */
export type UsesOf = (key: string) => Uses;

/** Everything that reads a metric or a recording. */
export function usesIn(model: Model): UsesOf {
  const reads = memoised((analysis: Analysis) => {
    const { metrics, recordings } = namesBehind(analysis, model);
    return [...metrics, ...recordings];
  });
  return (key) => {
    const read = ({ analysis }: { readonly analysis: Analysis }) => reads(analysis).has(key);
    return {
      alerts: model.alerts.filter(read),
      recordings: model.recordings.filter(read),
      panels: model.dashboards.flatMap((dashboard) => showing(dashboard, read)),
      runbooks: model.runbooks.filter(({ questions }) => questions.some(read)),
      marks: model.dashboards.filter(({ annotations }) => annotations.some(read)),
      choices: model.dashboards.filter(({ variables }) => variables.some(read)),
    };
  };
}

function showing(
  dashboard: DashboardModel,
  read: (query: PanelModel["queries"][number]) => boolean,
): ShowingDashboard[] {
  const panels = dashboard.rows.flatMap((row) => row.panels).filter(({ queries }) => queries.some(read));
  return panels.length === 0 ? [] : [{ dashboard, panels }];
}

/** Each expression is looked through once, and asked about for every name. */
function memoised(read: (analysis: Analysis) => string[]): (analysis: Analysis) => ReadonlySet<string> {
  const known = new Map<Analysis, ReadonlySet<string>>();
  return (analysis) => {
    const found = known.get(analysis) ?? new Set(read(analysis));
    known.set(analysis, found);
    return found;
  };
}
