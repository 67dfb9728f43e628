import type { PanelBuilder } from "@grafana/grafana-foundation-sdk/bargauge";
import type { PanelModel } from "../../model/dashboard-model.ts";
import { lastValue } from "./last-value.ts";
import { naturalBounds } from "./natural-bounds.ts";
import { sdk } from "./sdk.ts";

/** A bar for each series, below each other, so that their names have room. */
export function barGaugeBuilder(panel: PanelModel): PanelBuilder {
  const { BarGaugeDisplayMode, VizOrientation } = sdk.common();
  const builder = new (sdk.barGauge().PanelBuilder)()
    .reduceOptions(lastValue())
    .orientation(VizOrientation.Horizontal)
    // One colour a bar, that of its value: a gradient would show colours that the value does not have.
    .displayMode(BarGaugeDisplayMode.Basic);
  const { min, max } = naturalBounds(panel);
  if (min !== undefined) builder.min(min);
  if (max !== undefined) builder.max(max);
  return builder;
}
