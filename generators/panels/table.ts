import type { DataTransformerConfig } from "@grafana/grafana-foundation-sdk/dashboard";
import * as z from "zod";
import { closed, count, flag, oneOf } from "../schema.ts";
import { wholeNumber } from "../shape-values.ts";
import { columnOf, overridesOfColumns } from "./columns.ts";
import { calcs } from "./options.ts";
import type { PanelKind } from "./panel.ts";
import { sdk } from "./sdk.ts";

/** A wide screen. */
const widest = 4000;

/** A line for each series. */
export const table: PanelKind<"table"> = {
  word: "table",
  plugin: "table",
  // Columns need width; some ten lines are seen without scrolling.
  size: { width: 24, height: 8 },
  queries: {
    // A row is a series of now; over time it would be one for each step.
    time: "now",
    format: "table",
    legend: undefined,
    unitOf: ({ unit }) => unit,
    // Each query has a column of its own, and a column has no axis.
    oneUnit: false,
  },
  thresholds: true,
  own: ({ columns }) => ({ columns }),
  shape: z.object({
    columns: z.record(
      z.string(),
      z.union([
        z.string(),
        z.looseObject({
          width: wholeNumber(1, widest, `write 1 to ${widest} pixels`).optional(),
          decimals: wholeNumber(0, 15, "write a whole number from 0 to 15").optional(),
        }),
      ]),
    ),
  }),
  build(panel) {
    const { queries, own, thresholds } = panel;
    const columns = Object.fromEntries(
      Object.entries(own.columns).map(([name, column]) => [name, columnOf(column).title]),
    );
    const { TableCellDisplayMode, TableCellHeight } = sdk.common();
    const builder = new (sdk.table().PanelBuilder)()
      .cellHeight(TableCellHeight.Sm)
      .transformations([...(queries.length > 1 ? [merge()] : []), only(columns), organize(columns)]);
    // Numbers only: Grafana would give the texts the colour of the lowest value.
    const colored = { id: "custom.cellOptions", value: { type: TableCellDisplayMode.ColorText } };
    const ofNumbers = { matcher: { id: "byType", options: "number" }, properties: [colored] };
    return builder.overrides([...(thresholds.length === 0 ? [] : [ofNumbers]), ...overridesOfColumns(panel)]);
  },
  schema: {
    options: closed({
      frameIndex: count,
      showHeader: flag,
      showTypeIcons: flag,
      footer: closed({ show: flag, reducer: calcs, countRows: flag }),
      cellHeight: oneOf("sm", "md", "lg"),
    }),
    custom: closed({ align: oneOf("auto", "left", "center", "right"), inspect: flag }),
  },
  mistakes: () => [],
  adds: () => undefined,
  texts: () => ({}),
  guide: () => "table",
};

type Columns = Readonly<Record<string, string>>;

/** Lines with the same labels become one; the value of query A is then the column `Value #A`. */
function merge(): DataTransformerConfig {
  return { id: "merge", options: {} };
}

/** Leaves only these columns. What else a series has need not be known for that. */
function only(columns: Columns): DataTransformerConfig {
  return { id: "filterFieldsByName", options: { include: { names: Object.keys(columns) } } };
}

function organize(columns: Columns): DataTransformerConfig {
  const order = Object.keys(columns).map((name, index) => [name, index] as const);
  return {
    id: "organize",
    options: { excludeByName: {}, indexByName: Object.fromEntries(order), renameByName: { ...columns } },
  };
}
