import * as z from "zod";
import { closed, count, flag, oneOf } from "../schema.ts";
import { legend, multiTooltip, tooltip, valuesOfSeries } from "./options.ts";
import type { PanelKind } from "./panel.ts";
import { sdk } from "./sdk.ts";

/** Bands of states over time, coloured and named by the value mappings. */
export const stateTimeline: PanelKind<"state timeline"> = {
  word: "stateTimeline",
  plugin: "state-timeline",
  // Bands are read along the time axis, so they take the whole of it.
  size: { width: 24, height: 6 },
  queries: valuesOfSeries,
  thresholds: true,
  own: () => ({}),
  shape: z.object({}),
  build() {
    const { FieldColorBuilder, FieldColorModeId } = sdk.dashboard();
    const { LegendDisplayMode, LegendPlacement, VisibilityMode, VizLegendOptionsBuilder } = sdk.common();
    const names = new VizLegendOptionsBuilder()
      .displayMode(LegendDisplayMode.List)
      .placement(LegendPlacement.Bottom)
      .showLegend(true);
    return (
      new (sdk.stateTimeline().PanelBuilder)()
        .legend(names)
        .tooltip(multiTooltip())
        .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds))
        // A word in the band where it fits, so that the colour need not be known by heart.
        .showValue(VisibilityMode.Auto)
        .mergeValues(true)
    );
  },
  schema: {
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
  mistakes: ({ queries, valueNames, thresholds }) => [
    ...(valueNames === undefined && thresholds.length === 0
      ? [
          {
            message: "has one colour for all states: nothing says which number means what",
            fix: 'name the states with valueNames, such as { 0: { text: "Down", color: "red" } }, or colour them with thresholds',
          },
        ]
      : []),
    ...(queries.some(({ instant }) => instant)
      ? [
          {
            message: "shows how states change over time, but queries only the current value",
            fix: "remove instant from its queries, or show the current state with stat(…)",
          },
        ]
      : []),
  ],
  adds: () => undefined,
  texts: () => ({}),
  guide: () => "state timeline",
};
