import * as z from "zod";
import { closed, count, flag } from "../schema.ts";
import { lastValue, orientation, reduceOptions, sizing, currentValues } from "./options.ts";
import type { PanelKind } from "./panel.ts";
import { sdk } from "./sdk.ts";
import { setNaturalBounds } from "./units.ts";

/** A number on a dial, whose rim shows the thresholds. */
export const gauge: PanelKind<"gauge"> = {
  word: "gaugePanel",
  plugin: "gauge",
  // A dial needs more height than a number.
  size: { width: 6, height: 6 },
  queries: currentValues,
  thresholds: true,
  own: () => ({}),
  shape: z.object({}),
  build(panel) {
    const builder = new (sdk.gauge().PanelBuilder)().reduceOptions(lastValue()).showThresholdMarkers(true);
    setNaturalBounds(builder, panel);
    return builder;
  },
  schema: {
    options: closed({
      showThresholdLabels: flag,
      showThresholdMarkers: flag,
      sizing,
      minVizWidth: count,
      minVizHeight: count,
      reduceOptions,
      orientation,
    }),
    custom: undefined,
  },
  mistakes: () => [],
  adds: () => undefined,
  texts: () => ({}),
  guide: () => "gauge",
};
