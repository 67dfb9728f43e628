import { making } from "../../keep/keeper.ts";
import type { Dashboard, Panel, RowPanel } from "@grafana/grafana-foundation-sdk/dashboard";
import { durationInMs } from "../../language/duration.ts";
import type { DashboardModel, RowModel } from "../../model/dashboard-model.ts";
import { gridColumns, headingHeight } from "../../model/dashboards/layout.ts";
import type { Files, OutputOfEach } from "../../output.ts";
import type { Scraping } from "../../panels/panel.ts";
import { sdk } from "../../panels/sdk.ts";
import { printJson } from "../../text/json.ts";
import {
  annotationBuilder,
  dashboardLink,
  ownAnnotations,
  sourceBuilder,
  variableBuilder,
} from "./controls.ts";
import { grafanaPanel } from "./panel.ts";

/** A file for each dashboard. */
export const grafanaDashboards: OutputOfEach = function* ({ dashboards, platform }) {
  const scraping = { scrapeMs: durationInMs(platform.prometheus.scrapeInterval) ?? 0 };
  for (const dashboard of dashboards) {
    yield making(`dashboard ${dashboard.uid}`, { dashboard, scraping }, filesOf);
  }
};

interface DashboardFacts {
  readonly dashboard: DashboardModel;
  readonly scraping: Scraping;
}

function filesOf({ dashboard, scraping }: DashboardFacts): Files {
  return { [dashboardPath(dashboard)]: printJson(grafanaDashboard(dashboard, scraping)) };
}

/** Grafana takes the name of the directory for the name of the folder, so it is written as people read it. */
function dashboardPath({ folder, uid }: Pick<DashboardModel, "folder" | "uid">): string {
  return `grafana/dashboards/${folder}/${uid}.json`;
}

/** A dashboard as Grafana reads it from a file. */
export function grafanaDashboard(model: DashboardModel, scraping: Scraping): Dashboard {
  const { DashboardBuilder, DashboardCursorSync } = sdk.dashboard();
  const { title, uid, description, tags, refresh, last, variables, annotations, links, rows } = model;
  const builder = new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags([...tags])
    // The next build would undo what somebody saves in the browser.
    .readonly()
    // One moment is marked in all panels: what happened together is seen together.
    .tooltip(DashboardCursorSync.Crosshair)
    .timezone("browser")
    .time({ from: `now-${last}`, to: "now" })
    // Queries of the other variables ask the data source that is chosen, which stands first.
    .variables([sourceBuilder(), ...variables.map(variableBuilder)])
    .annotations([ownAnnotations(), ...annotations.map(annotationBuilder)])
    .links(links.map(dashboardLink));
  if (refresh !== undefined) builder.refresh(refresh);
  // The SDK would count positions on its own, and wrongly where a row is closed; these are set.
  return {
    title,
    uid,
    description,
    ...builder.build(),
    panels: rows.flatMap((row) => rowWithPanels(row, scraping)),
  };
}

/** An open row is followed by its panels; a closed one holds them. */
function rowWithPanels(row: RowModel, scraping: Scraping): (Panel | RowPanel)[] {
  const panels = row.panels.map((panel) => grafanaPanel(panel, scraping));
  return row.collapsed ? [heading(row, panels)] : [heading(row, []), ...panels];
}

function heading({ id, title, collapsed, repeatFor, y }: RowModel, hidden: readonly Panel[]): RowPanel {
  const { RowBuilder } = sdk.dashboard();
  const builder = new RowBuilder(title)
    .id(id)
    .collapsed(collapsed)
    .gridPos({ x: 0, y, w: gridColumns, h: headingHeight });
  if (repeatFor !== undefined) builder.repeat(repeatFor);
  return { ...builder.build(), collapsed, panels: [...hidden] };
}
