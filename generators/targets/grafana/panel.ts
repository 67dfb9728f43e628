import type { Panel } from "@grafana/grafana-foundation-sdk/dashboard";
import type { PanelModel } from "../../model/dashboard-model.ts";
import { barGaugeBuilder } from "./bar-gauge.ts";
import { prometheusSource } from "./data-source.ts";
import { gaugeBuilder } from "./gauge.ts";
import { heatmapBuilder } from "./heatmap.ts";
import { panelLink } from "./link.ts";
import { shownValue } from "./milliseconds.ts";
import type { PanelBuilder } from "./panel-builder.ts";
import { queryBuilder } from "./query.ts";
import { statBuilder } from "./stat.ts";
import { stateTimelineBuilder } from "./state-timeline.ts";
import { tableBuilder } from "./table.ts";
import { textBuilder } from "./text.ts";
import { thresholdsBuilder } from "./thresholds.ts";
import { timeSeriesBuilder } from "./time-series.ts";
import { grafanaUnit } from "./units.ts";
import { valueMappings } from "./value-mappings.ts";

/** How often the platform scrapes: gaps shorter than a few of these are bridged. */
export interface Scraping {
  readonly scrapeMs: number;
}

/** A panel as Grafana stores it. */
export function grafanaPanel(panel: PanelModel, scraping: Scraping): Panel {
  const builder = builderOf(panel, scraping);
  describe(builder, panel);
  if (panel.type !== "text") {
    ask(builder, panel);
    draw(builder, panel);
  }
  // The direction of a repetition says nothing without one, and panels have a background unless they say otherwise.
  const { repeatDirection: _, transparent: __, type, ...built } = builder.build();
  const { id, title, description } = panel;
  // What a reader looks for stands first.
  return { type, id, title, description, ...built };
}

function builderOf(panel: PanelModel, scraping: Scraping): PanelBuilder {
  switch (panel.type) {
    case "stat":
      return statBuilder(panel);
    case "gauge":
      return gaugeBuilder(panel);
    case "bar gauge":
      return barGaugeBuilder(panel);
    case "time series":
      return timeSeriesBuilder(panel, scraping.scrapeMs);
    case "state timeline":
      return stateTimelineBuilder();
    case "heatmap":
      return heatmapBuilder(panel);
    case "table":
      return tableBuilder(panel);
    case "text":
      return textBuilder(panel);
  }
}

function describe(builder: PanelBuilder, { id, title, description, position, links }: PanelModel): void {
  builder.id(id);
  builder.title(title);
  builder.description(description);
  builder.gridPos({ x: position.x, y: position.y, w: position.width, h: position.height });
  if (links.length > 0) builder.links(links.map(panelLink));
}

function ask(builder: PanelBuilder, panel: PanelModel): void {
  builder.datasource(prometheusSource());
  if (panel.interval !== undefined) builder.interval(panel.interval);
  builder.targets(panel.queries.map((query) => queryBuilder(query, panel)));
}

function draw(builder: PanelBuilder, panel: PanelModel): void {
  const { unit, decimals, min, max, valueNames } = panel;
  if (unit !== undefined) builder.unit(grafanaUnit(unit));
  if (decimals !== undefined) builder.decimals(decimals);
  if (min !== undefined) builder.min(shownValue(min, unit));
  if (max !== undefined) builder.max(shownValue(max, unit));
  const nothing = emptyMeans(panel);
  if (nothing !== undefined) builder.noValue(nothing);
  if (valueNames) builder.mappings(valueMappings(valueNames));
  builder.thresholds(thresholdsBuilder(panel));
}

/** What stands in the place of "No data", where each of its queries may have none. */
function emptyMeans({ queries }: PanelModel): string | undefined {
  const meanings = queries.flatMap((query) => query.emptyMeans ?? []);
  return meanings.length === queries.length ? [...new Set(meanings)].join(" ") : undefined;
}
