import * as z from "zod";
import { closed, flag, oneOf } from "../schema.ts";
import { currentValues, lastValue, orientation, reduceOptions } from "./options.ts";
import type { PanelKind } from "./panel.ts";
import { sdk } from "./sdk.ts";

/** One large number, with its history behind it where it has one. */
export const stat: PanelKind<"stat"> = {
  word: "stat",
  plugin: "stat",
  // Six numbers side by side, large enough to read across a room.
  size: { width: 4, height: 4 },
  // The number is that of now; a history costs that: with it, the number is the last that there was.
  queries: { ...currentValues, time: "now by default" },
  thresholds: true,
  own: () => ({}),
  shape: z.object({}),
  build({ queries, valueNames }) {
    const { BigValueColorMode, BigValueGraphMode } = sdk.common();
    const hasHistory = valueNames === undefined && queries.some(({ instant }) => !instant);
    return (
      new (sdk.stat().PanelBuilder)()
        .reduceOptions(lastValue())
        .graphMode(hasHistory ? BigValueGraphMode.Area : BigValueGraphMode.None)
        // A state is seen from afar when the whole tile has its colour; a number is read better on a plain ground.
        .colorMode(valueNames ? BigValueColorMode.Background : BigValueColorMode.Value)
    );
  },
  schema: {
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
    custom: undefined,
  },
  mistakes: ({ title, queries }) =>
    /\bnow\b/i.test(title) && queries.some(({ instant }) => !instant)
      ? [
          {
            message:
              "is called now, but shows the last value of the shown time, also of what has ended since",
            fix: "remove instant: false from its queries, and show the history with timeSeries(…), or give it another title",
          },
        ]
      : [],
  adds: () => undefined,
  texts: () => ({}),
  guide: () => "stat",
};
