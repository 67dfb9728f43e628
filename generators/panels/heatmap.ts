import * as z from "zod";
import { closed, count, flag, number, oneOf, text } from "../schema.ts";
import type { PanelKind } from "./panel.ts";
import { sdk } from "./sdk.ts";
import { grafanaUnit } from "./units.ts";

/** Buckets that Prometheus counted: the axis is what was observed, the colour how often. */
export const heatmap: PanelKind<"heatmap"> = {
  word: "heatmap",
  plugin: "heatmap",
  size: { width: 12, height: 8 },
  queries: {
    time: "history by default",
    format: "heatmap",
    // It reads the upper bounds of its buckets from the names of the series.
    legend: "{{le}}",
    // The axis is what was observed; the cells count observations.
    unitOf: ({ analysis }) => analysis.type.observed,
    oneUnit: true,
  },
  thresholds: true,
  own: () => ({}),
  shape: z.object({}),
  build({ queries, unit = "none", decimals }) {
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
  },
  schema: {
    options: closed({
      calculate: flag,
      color: closed({
        mode: oneOf("scheme", "opacity"),
        scheme: text,
        fill: text,
        scale: oneOf("linear", "exponential"),
        exponent: number,
        steps: { type: "integer", minimum: 2, maximum: 128 },
        reverse: flag,
      }),
      filterValues: closed({ le: number }),
      showValue: oneOf("never", "auto", "always"),
      cellGap: count,
      cellValues: closed({ unit: text }),
      yAxis: closed({ unit: text, axisPlacement: oneOf("left", "right", "hidden") }, { decimals: count }),
      legend: closed({ show: flag }),
      tooltip: closed({ mode: oneOf("single", "multi", "none"), yHistogram: flag }),
      exemplars: closed({ color: text }),
      selectionMode: oneOf("x", "y", "xy"),
    }),
    custom: closed({}),
  },
  mistakes: () => [],
  adds: () => undefined,
  texts: () => ({}),
  guide: () => "heatmap",
};

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
