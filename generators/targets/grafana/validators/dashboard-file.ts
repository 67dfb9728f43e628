import { entriesAt, itemsAt, textAt, valueAt } from "../../validation/untyped-data.ts";

/** A panel as it stands in a dashboard's file; a row is one too. */
export interface WrittenPanel {
  readonly id: unknown;
  readonly type: string;
  readonly title: string;
  readonly data: unknown;
}

/** A dashboard as it stands in its file. */
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

/** Reads a dashboard; undefined when it is no JSON, which the validator of its shape says. */
export function readDashboard(path: string, text: string): DashboardFile | undefined {
  const data = parseJson(text);
  if (data === undefined) return undefined;
  const panels = itemsAt(data, "panels").flatMap((panel) => [panel, ...itemsAt(panel, "panels")]);
  return { path, uid: textAt(data, "uid") ?? "", data, panels: panels.map(writtenPanel) };
}

/** A panel's data with what names it. */
export function writtenPanel(data: unknown): WrittenPanel {
  const id = valueAt(data, "id");
  return { id, type: textAt(data, "type") ?? "", title: textAt(data, "title") ?? "", data };
}

/** Every `uid` of a data source that the value names, at any depth. */
export function dataSourceUids(value: unknown): string[] {
  return entriesAt(value).flatMap(([key, item]) => {
    const uid = key === "datasource" ? textAt(item, "uid") : undefined;
    return uid === undefined ? dataSourceUids(item) : [uid];
  });
}

/** A query of a dashboard as it stands in the file. */
export interface DashboardQuery {
  /** PromQL with Grafana's variables in it. */
  readonly expr: string;
  readonly of:
    | { readonly kind: "panel"; readonly id: unknown; readonly title: string; readonly refId: string }
    | { readonly kind: "annotation" | "variable"; readonly name: string };
}

/** Every query that a dashboard asks of Prometheus: of its panels, its annotations and its variables. */
export function dashboardQueries({ data, panels }: DashboardFile): DashboardQuery[] {
  const ofPanels = panels.flatMap(({ id, title, data: panel }) =>
    itemsAt(panel, "targets").flatMap((target) =>
      query(textAt(target, "expr"), { kind: "panel", id, title, refId: textAt(target, "refId") ?? "" }),
    ),
  );
  const ofAnnotations = itemsAt(data, "annotations", "list").flatMap((annotation) =>
    query(textAt(annotation, "target", "expr"), named("annotation", annotation)),
  );
  const ofVariables = itemsAt(data, "templating", "list").flatMap((variable) =>
    query(selectorOf(valueAt(variable, "query")), named("variable", variable)),
  );
  return [...ofPanels, ...ofAnnotations, ...ofVariables];
}

/** The names that queries of the dashboard may ask for with a dollar sign, without Grafana's own. */
export function variableNames({ data }: Pick<DashboardFile, "data">): string[] {
  return itemsAt(data, "templating", "list").flatMap((variable) => textAt(variable, "name") ?? []);
}

/** Whose query it is: `panel "Latency", query B`. */
export function queryName({ of }: DashboardQuery): string {
  return of.kind === "panel" ? `panel "${of.title}", query ${of.refId}` : `${of.kind} "${of.name}"`;
}

function named(kind: "annotation" | "variable", data: unknown): DashboardQuery["of"] {
  return { kind, name: textAt(data, "name") ?? "" };
}

function query(expr: string | undefined, of: DashboardQuery["of"]): DashboardQuery[] {
  return expr === undefined ? [] : [{ expr, of }];
}

/** `label_values(selector, label)` asks for a selector; of what is written otherwise, the whole text is. */
function selectorOf(value: unknown): string | undefined {
  const text = textAt(value, "query");
  return /^label_values\((.+),\s*\w+\)$/s.exec(text ?? "")?.[1] ?? text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
