import { anyText, closed, count, flag, listOf, number, oneOf, text, type Schema } from "../../schema.ts";

/** What only this type of panel knows: its options, and what it says of each series. */
export interface PanelOptionsSchema {
  readonly options: Schema;
  readonly custom?: Schema;
}

const calcs = listOf(oneOf("lastNotNull", "max", "min", "mean", "sum"));
const legend = closed({
  displayMode: oneOf("list", "table"),
  placement: oneOf("bottom", "right"),
  showLegend: flag,
  calcs,
});
const tooltip = closed({ mode: oneOf("multi", "single", "none"), sort: oneOf("none", "asc", "desc") });
const orientation = oneOf("auto", "horizontal", "vertical");
const reduceOptions = closed({ calcs, values: flag, fields: anyText });
const sizing = oneOf("auto", "manual");

export const panelOptions: Readonly<Record<string, PanelOptionsSchema>> = {
  stat: {
    options: closed({
      graphMode: oneOf("none", "area", "line"),
      colorMode: oneOf("none", "value", "background"),
      justifyMode: oneOf("auto", "center"),
      textMode: oneOf("auto", "value", "name", "value_and_name", "none"),
      wideLayout: flag,
      showPercentChange: flag,
      percentChangeColorMode: oneOf("standard", "inverted", "same_as_value"),
      reduceOptions,
      orientation,
    }),
  },
  gauge: {
    options: closed({
      showThresholdLabels: flag,
      showThresholdMarkers: flag,
      sizing,
      minVizWidth: count,
      minVizHeight: count,
      reduceOptions,
      orientation,
    }),
  },
  bargauge: {
    options: closed({
      displayMode: oneOf("basic", "lcd", "gradient"),
      valueMode: oneOf("color", "text", "hidden"),
      namePlacement: oneOf("auto", "top", "left", "hidden"),
      showUnfilled: flag,
      sizing,
      minVizWidth: count,
      minVizHeight: count,
      maxVizHeight: count,
      legend,
      reduceOptions,
      orientation,
    }),
  },
  timeseries: {
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
  "state-timeline": {
    options: closed({
      showValue: oneOf("never", "auto", "always"),
      alignValue: oneOf("left", "center", "right"),
      mergeValues: flag,
      rowHeight: { type: "number", minimum: 0, maximum: 1 },
      perPage: count,
      legend,
      tooltip,
    }),
    custom: closed({ lineWidth: count, fillOpacity: { type: "integer", minimum: 0, maximum: 100 } }),
  },
  heatmap: {
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
  table: {
    options: closed({
      frameIndex: count,
      showHeader: flag,
      showTypeIcons: flag,
      footer: closed({ show: flag, reducer: calcs, countRows: flag }),
      cellHeight: oneOf("sm", "md", "lg"),
    }),
    custom: closed({ align: oneOf("auto", "left", "center", "right"), inspect: flag }),
  },
};
