import type { DataTransformerConfig } from "@grafana/grafana-foundation-sdk/dashboard";
import type { PanelBuilder } from "@grafana/grafana-foundation-sdk/table";
import type { PanelModel } from "../../model/dashboard-model.ts";
import { sdk } from "./sdk.ts";

/** A line for each series. */
export function tableBuilder({ queries, columns = {}, thresholds }: PanelModel): PanelBuilder {
  const { TableCellDisplayMode, TableCellHeight } = sdk.common();
  const builder = new (sdk.table().PanelBuilder)()
    .cellHeight(TableCellHeight.Sm)
    .transformations([...(queries.length > 1 ? [merge()] : []), only(columns), organize(columns)]);
  if (thresholds.length === 0) return builder;
  // Numbers only: Grafana would give the texts the colour of the lowest value.
  const colored = { id: "custom.cellOptions", value: { type: TableCellDisplayMode.ColorText } };
  return builder.overrideByFieldType("number", [colored]);
}

/** Lines with the same labels become one; the value of query A is then the column `Value #A`. */
function merge(): DataTransformerConfig {
  return { id: "merge", options: {} };
}

/** Leaves only these columns. What else a series has need not be known for that. */
function only(columns: Readonly<Record<string, string>>): DataTransformerConfig {
  return { id: "filterFieldsByName", options: { include: { names: Object.keys(columns) } } };
}

function organize(columns: Readonly<Record<string, string>>): DataTransformerConfig {
  const order = Object.keys(columns).map((name, index) => [name, index] as const);
  return {
    id: "organize",
    options: { excludeByName: {}, indexByName: Object.fromEntries(order), renameByName: { ...columns } },
  };
}
