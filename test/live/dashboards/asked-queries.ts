import { durationInMs } from "../../../generators/language/duration.ts";
import type { Place } from "../../../generators/language/place.ts";
import type { DashboardModel } from "../../../generators/model/dashboard-model.ts";
import type { PanelModel } from "../../../generators/panels/panel-model.ts";
import type { DashboardFile } from "../../../generators/targets/grafana/validation/dashboard-file.ts";
import { dashboardOf, queryPlace } from "../../../generators/targets/grafana/validation/dashboard-place.ts";
import {
  dashboardQueries,
  queryName,
  type DashboardQuery,
} from "../../../generators/targets/grafana/validation/dashboard-queries.ts";
import { itemsAt, textAt, dataAt } from "../../../generators/targets/validation/untyped-data.ts";
import { model } from "../live-stack.ts";
import { grafanaTimes, type GrafanaTimes } from "./grafana-times.ts";

/** A query of a panel or an annotation of a deployed dashboard, with all that Grafana needs to ask it. */
export interface AskedQuery {
  /** `Ticket shop, panel "Orders", query A`, unique among all. */
  readonly name: string;
  /** Undefined: an annotation asks it. */
  readonly panelId: unknown;
  readonly expr: string;
  readonly times: GrafanaTimes;
  /** Only the value of now is asked for. */
  readonly isInstant: boolean;
  /** What its author says that it means when there is nothing; marks on the time axis need no word. */
  readonly emptyMeans: string | undefined;
  /** Labels that its legend, or the columns of its table, show. */
  readonly shownLabels: readonly string[];
  readonly place: Place | undefined;
}

const { dashboards, platform } = model;
const scrapeMs = durationInMs(platform.prometheus.scrapeInterval) ?? 0;

// Grafana asks for marks no closer than this, and for as many points as on a panel of full width.
const annotationIntervalMs = 60_000;
const allColumns = 24;

// What a series is made of besides its labels, as the columns of a table name it.
const notLabels: readonly string[] = ["Value", "Time"];

/** Every query of a dashboard but those that its variables ask for their values. */
export function askedQueries(file: DashboardFile): AskedQuery[] {
  const dashboard = dashboardOf(file.uid, { dashboards });
  const rangeMs = shownRangeMs(file);
  return dashboardQueries(file)
    .filter(({ of }) => of.kind !== "variable")
    .map((query) => {
      const { kind } = query.of;
      const panel = kind === "panel" ? file.panels.find(({ id }) => id === idOf(query))?.data : undefined;
      const written = itemsAt(panel, "targets").find((one) => textAt(one, "refId") === refIdOf(query));
      const shown = {
        rangeMs,
        scrapeMs,
        columns: Number(dataAt(panel, "gridPos", "w") ?? allColumns),
        minIntervalMs:
          panel === undefined ? annotationIntervalMs : durationInMs(textAt(panel, "interval") ?? ""),
      };
      return {
        name: `${textAt(file.data, "title") ?? ""}, ${queryName(query)}`,
        panelId: idOf(query),
        expr: query.expr,
        times: grafanaTimes(shown),
        isInstant: dataAt(written, "instant") === true,
        emptyMeans: kind === "annotation" ? "nothing happened" : emptyMeansOf(dashboard, query),
        shownLabels: shownLabels(textAt(written, "legendFormat") ?? "", panelOf(dashboard, query)),
        place: queryPlace(dashboard, query),
      };
    });
}

/** How much time a dashboard shows when it is opened. */
export function shownRangeMs({ data }: Pick<DashboardFile, "data">): number {
  const from = textAt(data, "time", "from") ?? "";
  const ms = durationInMs(from.replace(/^now-/, ""));
  if (ms === undefined) throw new Error(`nobody knows when ${from} is`);
  return ms;
}

/** The line of a report: which query, what is wrong with it, and where its author finds it. */
export function line({ name, place, expr }: AskedQuery, wrong: string): string {
  return `${name} (${place?.file ?? "unknown"}:${place?.line ?? 0}) ${wrong}: ${expr}`;
}

function shownLabels(legend: string, panel: PanelModel | undefined): string[] {
  const inLegend = [...legend.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = ""]) => name);
  const columns = panel && "columns" in panel.own ? Object.keys(panel.own.columns) : [];
  return [...inLegend, ...columns].filter((name) => !notLabels.includes(name));
}

function emptyMeansOf(dashboard: DashboardModel | undefined, query: DashboardQuery): string | undefined {
  return panelOf(dashboard, query)?.queries.find(({ refId }) => refId === refIdOf(query))?.emptyMeans;
}

function panelOf(dashboard: DashboardModel | undefined, query: DashboardQuery): PanelModel | undefined {
  return dashboard?.rows.flatMap(({ panels }) => panels).find(({ id }) => id === idOf(query));
}

function idOf({ of }: DashboardQuery): unknown {
  return of.kind === "panel" ? of.id : undefined;
}

function refIdOf({ of }: DashboardQuery): string | undefined {
  return of.kind === "panel" ? of.refId : undefined;
}
