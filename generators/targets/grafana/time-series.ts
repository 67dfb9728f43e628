import type {
  GraphThresholdsStyleConfigBuilder,
  VizLegendOptionsBuilder,
} from "@grafana/grafana-foundation-sdk/common";
import type { PanelBuilder } from "@grafana/grafana-foundation-sdk/timeseries";
import type { PanelModel } from "../../model/dashboard-model.ts";
import { durationInMs } from "../../language/duration.ts";
import { sdk } from "./sdk.ts";
import { multiTooltip } from "./tooltip.ts";

/** Scrapes that may fail before a line breaks: a rate needs four, so what is missing longer was really missing. */
const bridgedScrapes = 4;

/** Lines over time. */
export function timeSeriesBuilder(panel: PanelModel, scrapeMs: number): PanelBuilder {
  const { FieldColorBuilder, FieldColorModeId } = sdk.dashboard();
  const { GraphDrawStyle, StackingConfigBuilder, StackingMode, VisibilityMode } = sdk.common();
  const everyMs = durationInMs(panel.interval ?? "") ?? scrapeMs;
  const builder = new (sdk.timeSeries().PanelBuilder)()
    .legend(legend(panel))
    .tooltip(multiTooltip())
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.PaletteClassic))
    .drawStyle(GraphDrawStyle.Line)
    .lineWidth(1)
    // Stacked areas are read by their fill; beside each other a faint one is enough to see which line is which.
    .fillOpacity(panel.stacked ? 40 : 10)
    .showPoints(VisibilityMode.Never)
    .spanNulls(bridgedScrapes * everyMs)
    .thresholdsStyle(thresholdsStyle(panel));
  return panel.stacked ? builder.stacking(new StackingConfigBuilder().mode(StackingMode.Normal)) : builder;
}

/** A table of names with the last and the highest value; a single line is named by the panel's title. */
function legend(panel: PanelModel): VizLegendOptionsBuilder {
  const { LegendDisplayMode, LegendPlacement, VizLegendOptionsBuilder } = sdk.common();
  const builder = new VizLegendOptionsBuilder().placement(LegendPlacement.Bottom);
  if (!mayHaveManySeries(panel)) return builder.displayMode(LegendDisplayMode.List).showLegend(false);
  return builder.displayMode(LegendDisplayMode.Table).showLegend(true).calcs(["lastNotNull", "max"]);
}

function mayHaveManySeries({ queries }: PanelModel): boolean {
  return queries.length > 1 || queries.some(({ analysis }) => analysis.type.labels?.size !== 0);
}

function thresholdsStyle({ thresholds }: PanelModel): GraphThresholdsStyleConfigBuilder {
  const { GraphThresholdsStyleConfigBuilder, GraphThresholdsStyleMode: mode } = sdk.common();
  const [lowest] = thresholds;
  if (!lowest) return new GraphThresholdsStyleConfigBuilder().mode(mode.Off);
  // Grafana draws a line in the colour of what is above it. Where low values are the bad ones that is the wrong colour, so
  // the areas are filled as well.
  const areas = lowest.color !== "green";
  return new GraphThresholdsStyleConfigBuilder().mode(areas ? mode.DashedAndArea : mode.Dashed);
}
