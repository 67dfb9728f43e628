import type { PanelOf, PanelType } from "../language/panel.ts";
import type { OwnOptions, PanelModel } from "./panel-model.ts";
import { barGauge } from "./bar-gauge.ts";
import { gauge } from "./gauge.ts";
import { heatmap } from "./heatmap.ts";
import type { Addition, PanelKind, PanelMistake, Scraping } from "./panel.ts";
import { pieChart } from "./pie-chart.ts";
import { raw } from "./raw.ts";
import type { PanelBuilder } from "./sdk.ts";
import { stat } from "./stat.ts";
import { stateTimeline } from "./state-timeline.ts";
import { table } from "./table.ts";
import { text } from "./text.ts";
import { timeSeries } from "./time-series.ts";

/** Every type of panel. */
export const panelKinds: { readonly [T in PanelType]: PanelKind<T> } = {
  stat,
  gauge,
  "bar gauge": barGauge,
  "time series": timeSeries,
  "state timeline": stateTimeline,
  heatmap,
  table,
  "pie chart": pieChart,
  text,
  raw,
};

/** What only panels of its type have, with what the author left out. */
export function ownOptions<T extends PanelType>(panel: PanelOf<T>): OwnOptions<T> {
  return panelKinds[panel.type].own(panel);
}

/** Begins the panel: what only its type has is said, and what all have is not. */
export function panelBuilder<T extends PanelType>(panel: PanelModel<T>, scraping: Scraping): PanelBuilder {
  return panelKinds[panel.type].build(panel, scraping);
}

/** Why the panel shows nothing, or something wrong, with the queries that it has. */
export function panelMistakes<T extends PanelType>(panel: PanelModel<T>): readonly PanelMistake[] {
  return [...panelKinds[panel.type].mistakes(panel), ...withoutLines(panel)];
}

function withoutLines({ type, queries }: PanelModel): PanelMistake[] {
  if (type === "time series" || queries.every(({ line }) => line === undefined)) return [];
  return [
    {
      message: "has no lines, but one of its queries says how they look",
      fix: "remove line from its queries, or draw them with timeSeries(…)",
    },
  ];
}

/** How the panel adds the values of its series up, if it does. */
export function addition<T extends PanelType>(panel: PanelModel<T>): Addition | undefined {
  return panelKinds[panel.type].adds(panel);
}

/** Texts that only panels of its type have. */
export function ownTexts<T extends PanelType>(panel: PanelModel<T>): Readonly<Record<string, string>> {
  return panelKinds[panel.type].texts(panel);
}

/** What the guide of dashboards calls the panel. */
export function guideName<T extends PanelType>(panel: PanelModel<T>): string {
  return panelKinds[panel.type].guide(panel);
}
