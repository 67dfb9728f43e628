import type { PanelBuilder } from "@grafana/grafana-foundation-sdk/stat";
import type { PanelModel } from "../../model/dashboard-model.ts";
import { lastValue } from "./last-value.ts";
import { sdk } from "./sdk.ts";

/** One large number, with its course behind it where it has one. */
export function statBuilder({ queries, valueNames }: PanelModel): PanelBuilder {
  const { BigValueColorMode, BigValueGraphMode } = sdk.common();
  const hasCourse = valueNames === undefined && queries.some(({ instant }) => !instant);
  return (
    new (sdk.stat().PanelBuilder)()
      .reduceOptions(lastValue())
      .graphMode(hasCourse ? BigValueGraphMode.Area : BigValueGraphMode.None)
      // A state is seen from afar when the whole tile has its colour; a number is read better on a plain ground.
      .colorMode(valueNames ? BigValueColorMode.Background : BigValueColorMode.Value)
  );
}
