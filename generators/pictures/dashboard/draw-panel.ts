import type { PanelType } from "../../language/panel.ts";
import type { PanelModel } from "../../panels/panel-model.ts";
import type { SvgElement } from "../../text/svg.ts";
import { textAt } from "../draw-strip.ts";
import { fitted, tile, type Box } from "../sheet.ts";
import { drawBarGauge } from "./draw-bar-gauge.ts";
import { drawGauge } from "./draw-gauge.ts";
import { drawHeatmap } from "./draw-heatmap.ts";
import { drawPieChart } from "./draw-pie-chart.ts";
import { drawRaw } from "./draw-raw.ts";
import { drawStat } from "./draw-stat.ts";
import { drawStateTimeline } from "./draw-state-timeline.ts";
import { drawTable } from "./draw-table.ts";
import { drawText } from "./draw-text.ts";
import { drawTimeSeries } from "./draw-time-series.ts";
import { centred, largest, type PanelDrawing } from "./panel-view.ts";
import type { DashboardValues } from "./values.ts";

/** How each type of panel is drawn. */
const drawings: { readonly [T in PanelType]: PanelDrawing<T> } = {
  stat: drawStat,
  gauge: drawGauge,
  "bar gauge": drawBarGauge,
  "time series": drawTimeSeries,
  "state timeline": drawStateTimeline,
  heatmap: drawHeatmap,
  table: drawTable,
  "pie chart": drawPieChart,
  text: drawText,
  raw: drawRaw,
};

const margin = 12;
const titleHeight = 24;

/** A panel on its tile: the title, and below it what it shows. */
export function drawPanel<T extends PanelType>(
  panel: PanelModel<T>,
  { time, byPanel }: DashboardValues,
  place: Box,
): SvgElement[] {
  const { x, y, width, height } = place;
  const box = {
    x: x + margin,
    y: y + margin + titleHeight,
    width: width - 2 * margin,
    height: height - 2 * margin - titleHeight,
  };
  const title = largest(panel.title, { ...box, height: titleHeight }, ["strong", "strong small"]);
  const series = byPanel.get(panel.id);
  const isKnown = panel.queries.length === 0 || series !== undefined;
  return [
    ...tile(place),
    textAt(fitted(panel.title, title, box.width), box.x, y + margin + 13, title),
    ...(isKnown
      ? drawings[panel.type]({ panel, series: series ?? [], time, box })
      : [centred("not known", box, "muted")]),
  ];
}
