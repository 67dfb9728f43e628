import { readText } from "../../promql/read.ts";
import { dataAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { Facts, ReviewedExpression, ReviewedPanel } from "../version.ts";
import type { PlainDocument } from "./documents.ts";

/** The panels of a dashboard's file, in reading order; none in any other document. */
export function panelsOf({ path, data }: PlainDocument): ReviewedPanel[] {
  const dashboard = dataAt(data, "dashboard") ?? data;
  const title = textAt(dashboard, "title");
  const panels = itemsAt(dashboard, "panels");
  if (title === undefined || panels.length === 0) return [];
  const uid = textAt(dashboard, "uid") ?? title;
  return inRows(panels).map(({ row, panel }, order) => ({
    name: textAt(panel, "title") ?? "",
    place: { file: path, line: 1 },
    dashboard: uid,
    dashboardTitle: title,
    row,
    order,
    size: `${String(dataAt(panel, "gridPos", "w"))} by ${String(dataAt(panel, "gridPos", "h"))}`,
    queries: itemsAt(panel, "targets").flatMap(queryOf),
    facts: factsOf(panel),
  }));
}

interface InRow {
  readonly row: string;
  readonly panel: unknown;
}

/** A closed row holds its panels; those of an open one follow it. */
function inRows(panels: readonly unknown[]): InRow[] {
  let row = "";
  return panels.flatMap((panel): InRow[] => {
    if (textAt(panel, "type") !== "row") return [{ row, panel }];
    row = textAt(panel, "title") ?? "";
    return itemsAt(panel, "panels").map((inner) => ({ row, panel: inner }));
  });
}

function queryOf(target: unknown): ReviewedExpression[] {
  const expr = textAt(target, "expr");
  return expr === undefined ? [] : [{ expr, node: readText(expr, { variables: true }).node }];
}

function factsOf(panel: unknown): Facts {
  const defaults = dataAt(panel, "fieldConfig", "defaults");
  const text = (value: unknown) => (value === undefined || value === null ? "none" : String(value));
  const steps = itemsAt(defaults, "thresholds", "steps").map((step) => {
    const from = dataAt(step, "value");
    const color = textAt(step, "color") ?? "";
    return from === null || from === undefined ? color : `${color} from ${text(from)}`;
  });
  return {
    kind: textAt(panel, "type") ?? "",
    unit: textAt(defaults, "unit") ?? "none",
    thresholds: steps.length === 0 ? "none" : steps.join(", "),
    "lowest value": text(dataAt(defaults, "min")),
    "highest value": text(dataAt(defaults, "max")),
    description: textAt(panel, "description") ?? "",
    legends: itemsAt(panel, "targets")
      .map((target) => textAt(target, "legendFormat") ?? "as the labels differ")
      .join("; "),
  };
}
