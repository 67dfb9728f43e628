import { itemsAt, textAt, dataAt } from "../../validation/untyped-data.ts";
import type { DashboardFile } from "./dashboard-file.ts";

/** A query of a dashboard as it is in the file. */
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
    query(selectorOf(dataAt(variable, "query")), named("variable", variable)),
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

/** `label_values(selector, label)` asks for a selector; of anything written otherwise the whole text is taken. */
function selectorOf(value: unknown): string | undefined {
  const text = textAt(value, "query");
  return /^label_values\((.+),\s*\w+\)$/s.exec(text ?? "")?.[1] ?? text;
}
