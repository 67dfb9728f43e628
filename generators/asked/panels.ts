import { dashboardUrl } from "../model/alert-relations.ts";
import type { DashboardModel } from "../model/dashboard-model.ts";
import type { Model } from "../model/model.ts";
import type { PanelModel } from "../panels/panel-model.ts";
import { ownTexts } from "../panels/index.ts";
import { told, type EntriesOf, type Facts } from "./entry.ts";
import { restsOn } from "./resting.ts";

export const panels: EntriesOf = (model) =>
  model.dashboards.flatMap((dashboard) =>
    dashboard.rows.flatMap(({ title: row, panels: own }) =>
      own.map((panel) => ({
        name: nameOf(dashboard, row, panel),
        alias: panel.title,
        service: dashboard.service,
        place: panel.place,
        row: { type: panel.type, unit: panel.unit ?? "", queries: String(panel.queries.length) },
        facts: () => factsOf(panel, { dashboard, row }, model),
      })),
    ),
  );

interface Around {
  readonly dashboard: DashboardModel;
  readonly row: string;
}

/** Two rows may have a panel of one title each. */
function nameOf({ title, rows }: DashboardModel, row: string, panel: PanelModel): string {
  const called = panel.title === "" ? `panel ${panel.id}` : panel.title;
  const alike = rows.flatMap(({ panels: own }) => own).filter((one) => one.title === panel.title);
  return alike.length === 1 ? `${title} / ${called}` : `${title} / ${row} / ${called}`;
}

function factsOf(panel: PanelModel, { dashboard, row }: Around, model: Model): Facts {
  return told({
    description: panel.description,
    type: panel.type,
    ...ownTexts(panel),
    unit: panel.unit,
    dashboard: dashboard.title,
    row,
    address: `${dashboardUrl(dashboard, model.platform)}?viewPanel=${panel.id}`,
    queries: panel.queries.map(({ expr }) => expr),
    ...restsOn(panel.queries, model),
    "draws the thresholds of": panel.alerts.map(({ name }) => name),
  });
}
