import type { PanelBuilder } from "@grafana/grafana-foundation-sdk/statetimeline";
import { sdk } from "./sdk.ts";
import { multiTooltip } from "./tooltip.ts";

/** Bands of states over time, coloured and named by the value mappings. */
export function stateTimelineBuilder(): PanelBuilder {
  const { FieldColorBuilder, FieldColorModeId } = sdk.dashboard();
  const { LegendDisplayMode, LegendPlacement, VisibilityMode, VizLegendOptionsBuilder } = sdk.common();
  return (
    new (sdk.stateTimeline().PanelBuilder)()
      .legend(
        new VizLegendOptionsBuilder()
          .displayMode(LegendDisplayMode.List)
          .placement(LegendPlacement.Bottom)
          .showLegend(true),
      )
      .tooltip(multiTooltip())
      .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds))
      // A word in the band where it fits, so that the colour need not be known by heart.
      .showValue(VisibilityMode.Auto)
      .mergeValues(true)
  );
}
