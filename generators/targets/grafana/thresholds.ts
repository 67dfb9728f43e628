import type { ThresholdsConfigBuilder } from "@grafana/grafana-foundation-sdk/dashboard";
import type { PanelModel } from "../../model/dashboard-model.ts";
import { shownValue } from "./milliseconds.ts";
import { sdk } from "./sdk.ts";

/**
 * The colours of a panel's values, lowest first.
 *
 * They are always said: a panel without thresholds would get Grafana's own, which are red from 80. Such a panel is blue,
 * because green would say that all is well, and nobody decided that.
 */
export function thresholdsBuilder({ thresholds, unit }: PanelModel): ThresholdsConfigBuilder {
  const { ThresholdsConfigBuilder, ThresholdsMode } = sdk.dashboard();
  const steps = thresholds.map(({ value, color }) => ({
    // Null is minus infinity, and only the first step may have it; JSON knows no infinity.
    value: value === undefined ? null : shownValue(value, unit),
    color,
  }));
  return new ThresholdsConfigBuilder()
    .mode(ThresholdsMode.Absolute)
    .steps(steps.length > 0 ? steps : [{ value: null, color: "blue" }]);
}
