import { dataAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import { classicOfResource } from "./classic-of-resource.ts";
import { dashboardDocuments, type DashboardDocument, type DashboardText } from "./dashboard-documents.ts";
import type { InputDashboard, UnreadPart } from "./input-dashboard.ts";
import { readRows } from "./read-rows.ts";
import { readVariables } from "./read-variables.ts";

export interface InputDashboards {
  readonly dashboards: readonly InputDashboard[];
  /** What could not be read. */
  readonly unread: readonly UnreadPart[];
}

/** The dashboards in these files; what is none is left alone. */
export function readDashboards(files: readonly DashboardText[]): InputDashboards {
  const found = files.flatMap(dashboardDocuments);
  return {
    dashboards: found.flatMap((one) => ("message" in one ? [] : dashboardIn(one))),
    unread: found.flatMap((one) => ("message" in one ? [one] : [])),
  };
}

function dashboardIn(document: DashboardDocument): InputDashboard[] {
  if (textAt(document.data, "kind") === "Dashboard") {
    const name = textAt(document.data, "metadata", "name") ?? "";
    const spec: DashboardDocument = {
      data: dataAt(document.data, "spec"),
      placeOf: (keys) => document.placeOf(["spec", ...keys]),
    };
    return [classicDashboard(classicOfResource(spec), name)];
  }
  return isClassic(document.data) ? [classicDashboard(document, "")] : [];
}

/** A title alone has many a file. */
function isClassic(data: unknown): boolean {
  const hasPanels = dataAt(data, "panels") !== undefined || dataAt(data, "rows") !== undefined;
  return textAt(data, "title") !== undefined && hasPanels;
}

function classicDashboard(document: DashboardDocument, name: string): InputDashboard {
  const { data, placeOf } = document;
  return {
    uid: textAt(data, "uid") ?? name,
    title: textAt(data, "title") ?? "",
    description: textAt(data, "description") ?? "",
    tags: itemsAt(data, "tags").flatMap((tag) => (typeof tag === "string" ? [tag] : [])),
    // As Grafana opens what says nothing.
    from: textAt(data, "time", "from") ?? "now-6h",
    refresh: textAt(data, "refresh") || undefined,
    variables: readVariables(document),
    links: itemsAt(data, "links"),
    annotations: itemsAt(data, "annotations", "list").filter((one) => dataAt(one, "builtIn") !== 1),
    rows: readRows(document),
    place: placeOf([]),
  };
}
