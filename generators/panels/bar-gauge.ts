import * as z from "zod";
import { closed, count, flag, oneOf } from "../schema.ts";
import { lastValue, legend, orientation, reduceOptions, sizing, currentValues } from "./options.ts";
import type { PanelKind } from "./panel.ts";
import { sdk } from "./sdk.ts";
import { setNaturalBounds } from "./units.ts";

/** A bar for each series, below each other, so that their names have room. */
export const barGauge: PanelKind<"bar gauge"> = {
  word: "barGauge",
  plugin: "bargauge",
  size: { width: 8, height: 8 },
  queries: currentValues,
  thresholds: true,
  own: () => ({}),
  shape: z.object({}),
  build(panel) {
    const { BarGaugeDisplayMode, VizOrientation } = sdk.common();
    const builder = new (sdk.barGauge().PanelBuilder)()
      .reduceOptions(lastValue())
      .orientation(VizOrientation.Horizontal)
      // One colour a bar, that of its value: a gradient would show colours that the value does not have.
      .displayMode(BarGaugeDisplayMode.Basic);
    setNaturalBounds(builder, panel);
    return builder;
  },
  schema: {
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
    custom: undefined,
  },
  mistakes: () => [],
  adds: () => undefined,
  texts: () => ({}),
  guide: () => "bar gauge",
};
