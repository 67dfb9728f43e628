import type { FieldConfigSource } from "@grafana/grafana-foundation-sdk/dashboard";
import type { Column } from "../language/column.ts";
import { isScaledUnit } from "../language/unit-scale.ts";
import { isOnRight } from "./lines-of-queries.ts";
import type { PanelModel, QueryModel } from "./panel-model.ts";
import { fieldLink } from "./field-link.ts";
import { grafanaUnit } from "./units.ts";

type Overrides = FieldConfigSource["overrides"];

/** A column with all that its author says of it. */
export function columnOf(written: string | Column): Column {
  return typeof written === "string" ? { title: written } : written;
}

/** How Grafana calls the column of a query's values. */
export function valueColumn(
  { refId }: Pick<QueryModel, "refId">,
  { queries }: Pick<PanelModel, "queries">,
): string {
  return queries.length > 1 ? `Value #${refId}` : "Value";
}

/**
 * The unit in which the values of a query are shown: that of its column, of its axis, or of the panel. Where a table has queries of
 * several units, each column has that of its query.
 */
export function shownUnit(query: QueryModel, panel: PanelModel): string | undefined {
  if (isOnRight(query)) return query.unit;
  if (!("columns" in panel.own)) return panel.unit;
  const { unit } = columnOf(panel.own.columns[valueColumn(query, panel)] ?? "");
  return unit ?? (isOther(query.unit, panel) ? query.unit : panel.unit);
}

/** A unit without a scale is a word, and a panel may have a better one. */
function isOther(unit: string, { unit: shown = "none", queries }: PanelModel): boolean {
  if (queries.length < 2 || unit === "none" || unit === shown) return false;
  return isScaledUnit(unit) || isScaledUnit(shown);
}

/** What columns have otherwise than the table, by their headings: Grafana looks for them when they are renamed. */
export function overridesOfColumns(panel: PanelModel<"table">): Overrides {
  const unitOf = new Map(
    panel.queries.map((query) => [valueColumn(query, panel), shownUnit(query, panel)] as const),
  );
  return Object.entries(panel.own.columns).flatMap(([name, written]) => {
    const column = columnOf(written);
    const unit = column.unit ?? unitOf.get(name) ?? panel.unit;
    const properties = propertiesOf({
      ...column,
      ...(unit !== undefined && unit !== panel.unit && { unit }),
    });
    if (properties.length === 0) return [];
    return [{ matcher: { id: "byName", options: column.title }, properties }];
  });
}

function propertiesOf({ unit, decimals, width, link }: Column): Overrides[number]["properties"] {
  return [
    ...(unit === undefined ? [] : [{ id: "unit", value: grafanaUnit(unit) }]),
    ...(decimals === undefined ? [] : [{ id: "decimals", value: decimals }]),
    ...(width === undefined ? [] : [{ id: "custom.width", value: width }]),
    ...(link === undefined ? [] : [{ id: "links", value: [fieldLink(link)] }]),
  ];
}
