import type { VizTooltipOptionsBuilder } from "@grafana/grafana-foundation-sdk/common";
import { sdk } from "./sdk.ts";

/** All series at the moment under the pointer, the highest first. */
export function multiTooltip(): VizTooltipOptionsBuilder {
  const { SortOrder, TooltipDisplayMode, VizTooltipOptionsBuilder } = sdk.common();
  return new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending);
}
