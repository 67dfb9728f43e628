import type { Place } from "../../../language/place.ts";
import type { DashboardModel } from "../../../model/dashboard-model.ts";
import type { PanelModel } from "../../../panels/panel-model.ts";
import type { Model } from "../../../model/model.ts";
import type { WrittenPanel } from "./dashboard-file.ts";
import type { DashboardQuery } from "./dashboard-queries.ts";

/** The dashboard that a file was generated from. */
export function dashboardOf(
  uid: string,
  { dashboards }: Pick<Model, "dashboards">,
): DashboardModel | undefined {
  return dashboards.find((dashboard) => dashboard.uid === uid);
}

/** Where a panel is: the one of this title and number, else the one of this title. A row is where its dashboard is. */
export function panelPlace(
  dashboard: DashboardModel | undefined,
  written: Pick<WrittenPanel, "id" | "title" | "type">,
): Place | undefined {
  const panel = written.type === "row" ? undefined : panelOf(dashboard, written);
  return panel?.place ?? dashboard?.place;
}

/** Where the query is in its author's file. */
export function queryPlace(dashboard: DashboardModel | undefined, { of }: DashboardQuery): Place | undefined {
  switch (of.kind) {
    case "panel": {
      const query = panelOf(dashboard, of)?.queries.find(({ refId }) => refId === of.refId);
      return query?.place ?? panelOf(dashboard, of)?.place ?? dashboard?.place;
    }
    case "annotation":
      return dashboard?.annotations.find(({ name }) => name === of.name)?.place ?? dashboard?.place;
    case "variable":
      return dashboard?.variables.find(({ name }) => name === of.name)?.place ?? dashboard?.place;
  }
}

function panelOf(
  dashboard: DashboardModel | undefined,
  { id, title }: Pick<WrittenPanel, "id" | "title">,
): PanelModel | undefined {
  const titled = (dashboard?.rows ?? [])
    .flatMap(({ panels }) => panels)
    .filter((panel) => panel.title === title);
  return titled.find((panel) => panel.id === id) ?? titled[0];
}
