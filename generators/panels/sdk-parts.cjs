"use strict";

/**
 * The parts of Grafana's Foundation SDK that are used, each loaded when it is asked for.
 *
 * Plain CommonJS, as they are: so a bundle takes them in, and still runs none of them before it is asked for.
 */
module.exports = {
  common: () => require("@grafana/grafana-foundation-sdk/common"),
  dashboard: () => require("@grafana/grafana-foundation-sdk/dashboard"),
  prometheus: () => require("@grafana/grafana-foundation-sdk/prometheus"),
  stat: () => require("@grafana/grafana-foundation-sdk/stat"),
  gauge: () => require("@grafana/grafana-foundation-sdk/gauge"),
  barGauge: () => require("@grafana/grafana-foundation-sdk/bargauge"),
  timeSeries: () => require("@grafana/grafana-foundation-sdk/timeseries"),
  stateTimeline: () => require("@grafana/grafana-foundation-sdk/statetimeline"),
  heatmap: () => require("@grafana/grafana-foundation-sdk/heatmap"),
  table: () => require("@grafana/grafana-foundation-sdk/table"),
  pieChart: () => require("@grafana/grafana-foundation-sdk/piechart"),
  text: () => require("@grafana/grafana-foundation-sdk/text"),
};
