import type { PanelBuilder } from "@grafana/grafana-foundation-sdk/heatmap";
import type { PanelModel } from "../../model/dashboard-model.ts";
import { sdk } from "./sdk.ts";
import { grafanaUnit } from "./units.ts";

/** Buckets that Prometheus counted: the axis is what was observed, the colour how often. */
export function heatmapBuilder({ queries, unit = "none", decimals }: PanelModel): PanelBuilder {
  const { CellValuesBuilder, HeatmapTooltipBuilder, YAxisConfigBuilder } = sdk.heatmap();
  const { AxisPlacement, TooltipDisplayMode, VisibilityMode } = sdk.common();
  const axis = new YAxisConfigBuilder().unit(grafanaUnit(unit)).axisPlacement(AxisPlacement.Left);
  return new (sdk.heatmap().PanelBuilder)()
    .calculate(false)
    .yAxis(decimals === undefined ? axis : axis.decimals(decimals))
    .cellValues(new CellValuesBuilder().unit(grafanaUnit(queries[0]?.unit ?? "none")))
    .color(colors())
    .tooltip(new HeatmapTooltipBuilder().mode(TooltipDisplayMode.Single).yHistogram(true))
    .showValue(VisibilityMode.Never);
}

function colors() {
  const { HeatmapColorMode, HeatmapColorOptionsBuilder, HeatmapColorScale } = sdk.heatmap();
  return (
    new HeatmapColorOptionsBuilder()
      .mode(HeatmapColorMode.Scheme)
      .scheme("Oranges")
      .fill("dark-orange")
      // The root: a few slow requests among thousands of fast ones must be seen, they are what one looks for.
      .scale(HeatmapColorScale.Exponential)
      .exponent(0.5)
      .steps(64)
  );
}
