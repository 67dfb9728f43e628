import type {
  GraphThresholdsStyleConfigBuilder,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from "@grafana/grafana-foundation-sdk/common";
import type { PanelBuilder } from "@grafana/grafana-foundation-sdk/timeseries";
import * as z from "zod";
import { durationInMs } from "../language/duration.ts";
import type { LegendValue } from "../language/line-looks.ts";
import { wholeNumber } from "../shape-values.ts";
import type { PanelModel } from "./panel-model.ts";
import { closed, count, oneOf, text } from "../schema.ts";
import { overridesOfLines } from "./lines-of-queries.ts";
import { legend, multiTooltip, tooltip, valuesOfSeries } from "./options.ts";
import type { PanelKind, Scraping } from "./panel.ts";
import { sdk } from "./sdk.ts";

/** Stacked areas are read by their fill; beside each other a faint one is enough to see which line is which. */
const stackedFill = 40;
const loneFill = 10;

/** As far as Grafana's editor goes. */
const widest = 10;

/** Lines over time. */
export const timeSeries: PanelKind<"time series"> = {
  word: "timeSeries",
  plugin: "timeseries",
  // Two side by side: lines want width, and the legend below them takes a third of the height.
  size: { width: 12, height: 8 },
  queries: valuesOfSeries,
  thresholds: true,
  own: ({ stacked = false, fill = stacked ? stackedFill : loneFill, ...looks }) => {
    const { legend = {}, tooltip = "all series", lineWidth = 1, gaps = "short ones bridged" } = looks;
    return { stacked, legend, tooltip, fill, lineWidth, gaps };
  },
  shape: z.object({
    stacked: z.boolean().optional(),
    fill: wholeNumber(0, 100, "write a percentage from 0 to 100").optional(),
    lineWidth: wholeNumber(0, widest, `write 0 to ${widest} pixels`).optional(),
  }),
  build,
  schema: {
    options: closed({ legend, tooltip }),
    custom: closed(
      {
        drawStyle: oneOf("line", "bars", "points"),
        lineWidth: count,
        fillOpacity: { type: "integer", minimum: 0, maximum: 100 },
        showPoints: oneOf("never", "auto", "always"),
        spanNulls: { type: ["number", "boolean"] },
        thresholdsStyle: closed({ mode: oneOf("off", "line", "dashed", "area", "line+area", "dashed+area") }),
      },
      { stacking: closed({ mode: oneOf("none", "normal", "percent") }, { group: text }) },
    ),
  },
  mistakes: () => [],
  adds: ({ own }) =>
    own.stacked ? { verb: "stacks", fix: "draw lines beside each other: remove stacked" } : undefined,
  texts: () => ({}),
  guide: () => "time series",
};

/** Scrapes that may fail before a line breaks: a rate needs four, so what is missing longer was really missing. */
const bridgedScrapes = 4;

function build(panel: PanelModel<"time series">, scraping: Scraping): PanelBuilder {
  const { FieldColorBuilder, FieldColorModeId } = sdk.dashboard();
  const { GraphDrawStyle, StackingConfigBuilder, StackingMode, VisibilityMode } = sdk.common();
  const { stacked, fill, lineWidth } = panel.own;
  const builder = new (sdk.timeSeries().PanelBuilder)()
    .legend(namesOfLines(panel))
    .tooltip(atPointer(panel))
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.PaletteClassic))
    .drawStyle(GraphDrawStyle.Line)
    .lineWidth(lineWidth)
    .fillOpacity(fill)
    .showPoints(VisibilityMode.Never)
    .spanNulls(bridged(panel, scraping))
    .thresholdsStyle(thresholdsStyle(panel))
    .overrides(overridesOfLines(panel));
  return stacked ? builder.stacking(new StackingConfigBuilder().mode(StackingMode.Normal)) : builder;
}

/** Gaps up to this many milliseconds, or whether all. */
function bridged({ own, interval }: PanelModel<"time series">, { scrapeMs }: Scraping): number | boolean {
  const everyMs = durationInMs(interval ?? "") ?? scrapeMs;
  return own.gaps === "short ones bridged" ? bridgedScrapes * everyMs : own.gaps === "bridged";
}

function atPointer({ own: { tooltip } }: PanelModel<"time series">): VizTooltipOptionsBuilder {
  if (tooltip === "all series") return multiTooltip();
  const { SortOrder, TooltipDisplayMode: mode, VizTooltipOptionsBuilder } = sdk.common();
  return new VizTooltipOptionsBuilder()
    .mode(tooltip === "none" ? mode.None : mode.Single)
    .sort(SortOrder.None);
}

const calcsOf: Readonly<Record<LegendValue, string>> = {
  last: "lastNotNull",
  highest: "max",
  lowest: "min",
  mean: "mean",
  sum: "sum",
};

/** A table of names with the last and the highest value, unless its author wants another; a single line is named by the panel's title. */
function namesOfLines(panel: PanelModel<"time series">): VizLegendOptionsBuilder {
  const { LegendDisplayMode, LegendPlacement, VizLegendOptionsBuilder } = sdk.common();
  const { as = mayHaveManySeries(panel) ? "table" : "none", at = "bottom" } = panel.own.legend;
  const { values = ["last", "highest"] } = panel.own.legend;
  const placement = at === "bottom" ? LegendPlacement.Bottom : LegendPlacement.Right;
  const builder = new VizLegendOptionsBuilder().placement(placement);
  if (as === "none") return builder.displayMode(LegendDisplayMode.List).showLegend(false);
  return builder
    .displayMode(as === "table" ? LegendDisplayMode.Table : LegendDisplayMode.List)
    .showLegend(true)
    .calcs(values.map((value) => calcsOf[value]));
}

function mayHaveManySeries({ queries }: PanelModel<"time series">): boolean {
  return queries.length > 1 || queries.some(({ analysis }) => analysis.type.labels?.size !== 0);
}

function thresholdsStyle({ thresholds }: PanelModel<"time series">): GraphThresholdsStyleConfigBuilder {
  const { GraphThresholdsStyleConfigBuilder, GraphThresholdsStyleMode: mode } = sdk.common();
  const [lowest] = thresholds;
  if (!lowest) return new GraphThresholdsStyleConfigBuilder().mode(mode.Off);
  // Grafana draws a line in the colour of what is above it. Where low values are the bad ones that is the wrong colour, so
  // the areas are filled as well.
  const areas = lowest.color !== "green";
  return new GraphThresholdsStyleConfigBuilder().mode(areas ? mode.DashedAndArea : mode.Dashed);
}
