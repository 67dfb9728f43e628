import type {
  GraphThresholdsStyleConfigBuilder,
  VizLegendOptionsBuilder,
} from "@grafana/grafana-foundation-sdk/common";
import type { PanelBuilder } from "@grafana/grafana-foundation-sdk/timeseries";
import * as z from "zod";
import { durationInMs } from "../language/duration.ts";
import type { PanelModel } from "./panel-model.ts";
import { closed, count, oneOf, text } from "../schema.ts";
import { legend, multiTooltip, tooltip, valuesOfSeries } from "./options.ts";
import type { PanelKind, Scraping } from "./panel.ts";
import { sdk } from "./sdk.ts";

/** Lines over time. */
export const timeSeries: PanelKind<"time series"> = {
  word: "timeSeries",
  plugin: "timeseries",
  // Two side by side: lines want width, and the legend below them takes a third of the height.
  size: { width: 12, height: 8 },
  queries: valuesOfSeries,
  thresholds: true,
  own: ({ stacked = false }) => ({ stacked }),
  shape: z.object({ stacked: z.boolean().optional() }),
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

function build(panel: PanelModel<"time series">, { scrapeMs }: Scraping): PanelBuilder {
  const { FieldColorBuilder, FieldColorModeId } = sdk.dashboard();
  const { GraphDrawStyle, StackingConfigBuilder, StackingMode, VisibilityMode } = sdk.common();
  const { stacked } = panel.own;
  const everyMs = durationInMs(panel.interval ?? "") ?? scrapeMs;
  const builder = new (sdk.timeSeries().PanelBuilder)()
    .legend(namesOfLines(panel))
    .tooltip(multiTooltip())
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.PaletteClassic))
    .drawStyle(GraphDrawStyle.Line)
    .lineWidth(1)
    // Stacked areas are read by their fill; beside each other a faint one is enough to see which line is which.
    .fillOpacity(stacked ? 40 : 10)
    .showPoints(VisibilityMode.Never)
    .spanNulls(bridgedScrapes * everyMs)
    .thresholdsStyle(thresholdsStyle(panel));
  return stacked ? builder.stacking(new StackingConfigBuilder().mode(StackingMode.Normal)) : builder;
}

/** A table of names with the last and the highest value; a single line is named by the panel's title. */
function namesOfLines(panel: PanelModel<"time series">): VizLegendOptionsBuilder {
  const { LegendDisplayMode, LegendPlacement, VizLegendOptionsBuilder } = sdk.common();
  const builder = new VizLegendOptionsBuilder().placement(LegendPlacement.Bottom);
  if (!mayHaveManySeries(panel)) return builder.displayMode(LegendDisplayMode.List).showLegend(false);
  return builder.displayMode(LegendDisplayMode.Table).showLegend(true).calcs(["lastNotNull", "max"]);
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
