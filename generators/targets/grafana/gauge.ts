import type { PanelBuilder } from "@grafana/grafana-foundation-sdk/gauge";
import type { PanelModel } from "../../model/dashboard-model.ts";
import { lastValue } from "./last-value.ts";
import { naturalBounds } from "./natural-bounds.ts";
import { sdk } from "./sdk.ts";

/** A number on a dial, whose rim shows the thresholds. */
export function gaugeBuilder(panel: PanelModel): PanelBuilder {
  const builder = new (sdk.gauge().PanelBuilder)().reduceOptions(lastValue()).showThresholdMarkers(true);
  const { min, max } = naturalBounds(panel);
  if (min !== undefined) builder.min(min);
  if (max !== undefined) builder.max(max);
  return builder;
}
