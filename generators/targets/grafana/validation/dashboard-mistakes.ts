import { dataSourceUids, writtenPanel, type DashboardFile, type WrittenPanel } from "./dashboard-file.ts";
import { itemsAt, textAt, dataAt } from "../../validation/untyped-data.ts";

/** Something wrong with a dashboard; of which panel, where it is one's. */
export interface DashboardMistake {
  readonly panel?: WrittenPanel;
  readonly message: string;
}

/** What a schema cannot say of one dashboard. */
export function dashboardMistakes(
  { data, panels }: DashboardFile,
  knownSources: readonly string[],
): DashboardMistake[] {
  return [
    ...panels.flatMap((panel, index) => [
      ...sharedId(panel, panels.slice(0, index)),
      ...tooWide(panel),
      ...sharedRefIds(panel),
    ]),
    ...overlaps(data),
    ...unknownSources(data, knownSources),
  ];
}

function sharedId(panel: WrittenPanel, before: readonly WrittenPanel[]): DashboardMistake[] {
  const other = before.find(({ id }) => id === panel.id);
  return other
    ? [{ panel, message: `${nameOf(panel)} has the id ${panel.id}, as ${nameOf(other)} has` }]
    : [];
}

interface Area {
  readonly panel: WrittenPanel;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

function areaOf(panel: WrittenPanel): Area {
  const side = (name: string) => Number(dataAt(panel.data, "gridPos", name) ?? 0);
  return { panel, x: side("x"), y: side("y"), w: side("w"), h: side("h") };
}

function tooWide(panel: WrittenPanel): DashboardMistake[] {
  const { x, w } = areaOf(panel);
  return x + w > 24
    ? [{ panel, message: `${nameOf(panel)} reaches over the 24 columns: x ${x}, width ${w}` }]
    : [];
}

function sharedRefIds(panel: WrittenPanel): DashboardMistake[] {
  const refIds = itemsAt(panel.data, "targets").map((target) => textAt(target, "refId") ?? "");
  const shared = new Set(refIds.filter((refId, index) => refIds.indexOf(refId) !== index));
  return [...shared].map((refId) => ({ panel, message: `${nameOf(panel)} has several queries ${refId}` }));
}

/** Panels that are seen together: those of the dashboard, and those of each closed row. */
function overlaps(data: unknown): DashboardMistake[] {
  const top = itemsAt(data, "panels");
  return [top, ...top.map((panel) => itemsAt(panel, "panels"))].flatMap((together) => {
    const areas = together.map((panel) => areaOf(writtenPanel(panel)));
    return areas.flatMap((area, index) =>
      areas
        .slice(0, index)
        .filter((other) => isOver(area, other))
        .map((other) => ({
          panel: area.panel,
          message: `${nameOf(area.panel)} overlaps ${nameOf(other.panel)}`,
        })),
    );
  });
}

function isOver(a: Area, b: Area): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function unknownSources(data: unknown, known: readonly string[]): DashboardMistake[] {
  const chosen = sourceVariables(data);
  const named = dataSourceUids(data).filter((uid) => !chosen.has(uid));
  const unknown = new Set([...named, ...chosen.values()].filter((uid) => !known.includes(uid)));
  return [...unknown].map((uid) => ({
    message: `there is no data source "${uid}" in grafana/provisioning/datasources`,
  }));
}

/** What names a data source by a variable, such as `${datasource}`, and the uid that is chosen at first. */
function sourceVariables(data: unknown): ReadonlyMap<string, string> {
  const variables = itemsAt(data, "templating", "list").filter((one) => textAt(one, "type") === "datasource");
  return new Map(
    variables.map((one) => [`\${${textAt(one, "name") ?? ""}}`, textAt(one, "current", "value") ?? ""]),
  );
}

function nameOf({ type, title }: WrittenPanel): string {
  return `${type === "row" ? "row" : "panel"} "${title}"`;
}
