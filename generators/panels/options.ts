import type {
  ReduceDataOptionsBuilder,
  VizTooltipOptionsBuilder,
} from "@grafana/grafana-foundation-sdk/common";
import { anyText, closed, flag, listOf, oneOf } from "../schema.ts";
import type { QueryKind } from "./panel.ts";
import { sdk } from "./sdk.ts";

// What several types of panels have in common: how it is built, and how a dashboard's file says it.

/** A panel of numbers over time, which share one axis. */
export const valuesOfSeries: QueryKind = {
  time: "history by default",
  format: "time_series",
  legend: undefined,
  unitOf: ({ unit }) => unit,
  oneUnit: true,
};

/**
 * A panel of numbers that are read as those of now.
 *
 * A range query has no point where a series has none, and Grafana fills none in: the last of its points is that of a series which may
 * have ended hours ago, whatever Grafana is told to make of them. An instant query gives what there is now, or nothing.
 */
export const currentValues: QueryKind = { ...valuesOfSeries, time: "now" };

/** How a panel of single numbers makes one of a series: the last that there is, of every series. */
export function lastValue(): ReduceDataOptionsBuilder {
  const { ReduceDataOptionsBuilder } = sdk.common();
  return new ReduceDataOptionsBuilder().values(false).calcs(["lastNotNull"]).fields("");
}

/** All series at the moment under the pointer, the highest first. */
export function multiTooltip(): VizTooltipOptionsBuilder {
  const { SortOrder, TooltipDisplayMode, VizTooltipOptionsBuilder } = sdk.common();
  return new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending);
}

export const calcs = listOf(oneOf("lastNotNull", "max", "min", "mean", "sum"));
export const reduceOptions = closed({ calcs, values: flag, fields: anyText });

/** Keys of every legend. */
export const legendKeys = {
  displayMode: oneOf("list", "table"),
  placement: oneOf("bottom", "right"),
  showLegend: flag,
  calcs,
};
export const legend = closed(legendKeys);
export const tooltip = closed({
  mode: oneOf("multi", "single", "none"),
  sort: oneOf("none", "asc", "desc"),
});
export const orientation = oneOf("auto", "horizontal", "vertical");
export const sizing = oneOf("auto", "manual");
