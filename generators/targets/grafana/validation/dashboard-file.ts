import { entriesAt, itemsAt, textAt, dataAt } from "../../validation/untyped-data.ts";

/** A panel as it is in a dashboard's file; a row is one too. */
export interface WrittenPanel {
  readonly id: unknown;
  readonly type: string;
  readonly title: string;
  readonly data: unknown;
}

/** A dashboard as it is in its file. */
export interface DashboardFile {
  /** Path under out/. */
  readonly path: string;
  readonly uid: string;
  readonly data: unknown;
  /** All of them, those of closed rows too, in the order of the file. */
  readonly panels: readonly WrittenPanel[];
}

/** Whether a path under out/ is a dashboard. */
export function isDashboard(path: string): boolean {
  return path.startsWith("grafana/dashboards/") && path.endsWith(".json");
}

/** Reads a dashboard; undefined when it is no JSON, which `dashboards-shape` says. */
export function readDashboard(path: string, text: string): DashboardFile | undefined {
  const data = parseJson(text);
  if (data === undefined) return undefined;
  const panels = itemsAt(data, "panels").flatMap((panel) => [panel, ...itemsAt(panel, "panels")]);
  return { path, uid: textAt(data, "uid") ?? "", data, panels: panels.map(writtenPanel) };
}

/** A panel's data with what names it. */
export function writtenPanel(data: unknown): WrittenPanel {
  const id = dataAt(data, "id");
  return { id, type: textAt(data, "type") ?? "", title: textAt(data, "title") ?? "", data };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every `uid` of a data source that the value names, at any depth. */
export function dataSourceUids(value: unknown): string[] {
  return entriesAt(value).flatMap(([key, item]) => {
    const uid = key === "datasource" ? textAt(item, "uid") : undefined;
    return uid === undefined ? dataSourceUids(item) : [uid];
  });
}
