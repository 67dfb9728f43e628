import type { PanelBuilder } from "@grafana/grafana-foundation-sdk/piechart";
import * as z from "zod";
import type { PanelModel, QueryModel } from "./panel-model.ts";
import { closed, listOf, oneOf } from "../schema.ts";
import { currentValues, lastValue, legendKeys, orientation, reduceOptions, tooltip } from "./options.ts";
import type { PanelKind, PanelMistake } from "./panel.ts";
import { sdk } from "./sdk.ts";

const labels = ["name", "value", "percent"] as const;
const legendValues = ["value", "percent"] as const;

/** A slice for each series, the largest first. */
export const pieChart: PanelKind<"pie chart"> = {
  word: "pieChart",
  plugin: "piechart",
  // Round, and a legend beside it.
  size: { width: 8, height: 8 },
  queries: currentValues,
  // Slices have the colours of their series: Grafana does not offer thresholds for them.
  thresholds: false,
  own: ({ shape = "pie", labels: written = ["percent"], legend = legendValues }) => ({
    shape,
    labels: written,
    legend,
  }),
  shape: z.object({
    shape: z.enum(["pie", "donut"]).optional(),
    labels: z.array(z.enum(labels)).optional(),
    legend: z.array(z.enum(legendValues)).optional(),
  }),
  build,
  schema: {
    options: closed({
      pieType: oneOf("pie", "donut"),
      displayLabels: listOf(oneOf(...labels)),
      legend: closed({ ...legendKeys, values: listOf(oneOf(...legendValues)) }),
      tooltip,
      reduceOptions,
      orientation,
    }),
    custom: closed({}),
  },
  mistakes: (panel) => [...oneSlice(panel), ...noWhole(panel), ...unsteadyWindows(panel)],
  adds: () => ({
    verb: "makes a pie of",
    fix: "show each value by itself, with barGauge(…) or table(…)",
  }),
  texts: () => ({}),
  guide: ({ own: { shape } }) => (shape === "donut" ? "pie chart (donut)" : "pie chart"),
};

function build({ own }: PanelModel<"pie chart">): PanelBuilder {
  const { LegendDisplayMode, LegendPlacement, SortOrder, TooltipDisplayMode, VizTooltipOptionsBuilder } =
    sdk.common();
  const { FieldColorBuilder, FieldColorModeId } = sdk.dashboard();
  const { PieChartLabels, PieChartLegendOptionsBuilder, PieChartLegendValues, PieChartType } = sdk.pieChart();
  const texts = { name: PieChartLabels.Name, value: PieChartLabels.Value, percent: PieChartLabels.Percent };
  const values = { value: PieChartLegendValues.Value, percent: PieChartLegendValues.Percent };
  const legend = new PieChartLegendOptionsBuilder()
    // A table as soon as there is more than a name: numbers are compared in columns.
    .displayMode(own.legend.length > 0 ? LegendDisplayMode.Table : LegendDisplayMode.List)
    .placement(LegendPlacement.Right)
    .showLegend(true)
    .values(own.legend.map((value) => values[value]));
  // Grafana sorts slices and legend by value, the largest first, unless a file says otherwise.
  return new (sdk.pieChart().PanelBuilder)()
    .pieType(own.shape === "donut" ? PieChartType.Donut : PieChartType.Pie)
    .displayLabels(own.labels.map((label) => texts[label]))
    .reduceOptions(lastValue())
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.PaletteClassic))
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Single).sort(SortOrder.None))
    .legend(legend);
}

/** A circle without parts says nothing that its number would not say better. */
function oneSlice({ queries }: PanelModel<"pie chart">): PanelMistake[] {
  const [query, ...others] = queries;
  if (!query || others.length > 0 || !givesOneSeries(query)) return [];
  return [
    {
      message: "is a pie of one slice: its only query returns one series",
      fix: 'keep the label of the parts, as with .sumBy("…"), or show the number with stat(…)',
    },
  ];
}

function givesOneSeries({ analysis: { type } }: QueryModel): boolean {
  if (type.kind === "scalar") return true;
  return type.labels !== undefined && [...type.labels.values()].every(isOneValue);
}

function isOneValue(values: unknown): boolean {
  return Array.isArray(values) && values.length < 2;
}

/** Values of these units, added up, are the value of nothing. */
const withoutWhole: Readonly<Record<string, PanelMistake>> = {
  ratio: {
    message: "makes a pie of ratios, which are parts already and do not add up to a whole",
    fix: "give the quantities themselves: the pie works out their shares",
  },
  percent: {
    message: "makes a pie of percentages, which are parts already and do not add up to a whole",
    fix: "give the quantities themselves: the pie works out their shares",
  },
  timestamp: {
    message: "makes a pie of timestamps, which do not add up to anything",
    fix: "show them with table(…) or stat(…)",
  },
  bool: {
    message: "makes a pie of states: those that are 0 have no slice",
    fix: "count the series that are in each state, or show the states with stat(…) or stateTimeline(…)",
  },
};

function noWhole({ queries }: PanelModel<"pie chart">): PanelMistake[] {
  const units = new Set(queries.map(({ unit }) => unit));
  return Object.entries(withoutWhole).flatMap(([unit, mistake]) => (units.has(unit) ? [mistake] : []));
}

/** Grafana derives these from the points of a time axis, of which a pie has none: the slices would change with its width. */
const windowsOfAxis: readonly string[] = ["$__interval", "$__rate_interval"];

function unsteadyWindows({ queries }: PanelModel<"pie chart">): PanelMistake[] {
  const windows = queries.flatMap(({ analysis: { selectors, subqueries } }) =>
    [...selectors, ...subqueries].flatMap(({ range }) => range?.text ?? []),
  );
  return windowsOfAxis
    .filter((window) => windows.includes(window))
    .map((window) => ({
      message: `looks back over ${window}, which depends on the width of a time axis, and a pie has none`,
      fix: 'look back over "$__range", which is the shown time, or over a fixed time such as "5m"',
    }));
}
